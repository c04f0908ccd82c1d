"""Word: the official form as a document, and documents of others as blocks. Needs the extra ``docx``."""
