"""What a report in Word is made of; `kompass.report.docx` puts it together."""
