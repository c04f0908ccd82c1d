"""What a page does to a report: frames, furniture, pinyin, lost characters, loose lines."""
