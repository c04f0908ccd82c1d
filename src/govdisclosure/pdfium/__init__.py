"""What a person sees on the pages of a PDF, told by pdfium; it runs in a process of its own and imports no more."""
