"""openpyxl and python-calamine on one file, as far as they are installed: python_readers.py FILE SECONDS prints JSON."""

import io
import json
import sys
import time


def openpyxl_reader():
    import openpyxl

    def read(data):
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return sum(sum(cell is not None for cell in row) for sheet in book for row in sheet.iter_rows(values_only=True))

    return read


def calamine_reader():
    from python_calamine import CalamineWorkbook

    def read(data):
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return sum(sum(cell != "" for cell in row) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())

    return read


def measure(read, data, seconds):
    started = time.perf_counter()
    cells = read(data)
    first = time.perf_counter() - started
    times = [first]
    while time.perf_counter() < started + seconds:
        at = time.perf_counter()
        read(data)
        times.append(time.perf_counter() - at)
    times.sort()
    return {"median": times[len(times) // 2] * 1000, "first": first * 1000, "runs": len(times), "cells": cells}


if __name__ == "__main__":
    data = open(sys.argv[1], "rb").read()
    found = {}
    for name, make in {"openpyxl (read-only)": openpyxl_reader, "calamine (native)": calamine_reader}.items():
        try:
            found[name] = measure(make(), data, float(sys.argv[2]))
        except ImportError:
            pass
    print(json.dumps(found))
