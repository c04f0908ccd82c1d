"""
An oracle that is not ours: documents in which digits are hidden, raised, struck or covered, and what a person sees.

What is seen is asked of a browser and of pictures of printed pages, never of the text of a file; what was meant when
the document was made is a vote of its own.
"""
