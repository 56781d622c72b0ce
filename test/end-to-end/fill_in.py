"""Fills in an issued workbook the way another program would: opens it, types values, saves it.

usage: fill_in.py ISSUED CELLS.json FILLED
CELLS.json: [[sheet, row, column, value, is_date], ...]; dates as 1900-system serials.
"""
import datetime
import json
import sys

import openpyxl

issued, cells, filled = sys.argv[1:]
book = openpyxl.load_workbook(issued)
for sheet, row, column, value, is_date in json.load(open(cells, encoding="utf-8")):
    cell = book[sheet].cell(row=row, column=column)
    cell.value = datetime.datetime(1899, 12, 30) + datetime.timedelta(days=value) if is_date else value
book.save(filled)
