"""The official form as a web page, and web pages as blocks."""
