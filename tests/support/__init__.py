"""What tests share: builders of reports, printers of what others publish, the programs that tests call."""
