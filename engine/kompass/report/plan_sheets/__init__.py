"""What a plan's workbook and calendar say, before anything is a cell or an event."""
