"""What a workbook says: a result as sheets and tables, before anything is a cell."""
