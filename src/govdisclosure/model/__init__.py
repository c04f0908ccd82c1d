"""What a report is: typed classes in which the form is declared once. Nothing here reads, writes or computes."""
