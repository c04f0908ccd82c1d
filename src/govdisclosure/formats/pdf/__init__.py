"""PDF, which is only read: pages to blocks."""
