"""The JSON Schema of the data, derived from the schema of the editors' front matter.

Source: JSON Schema 2020-12.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bantin.outputs.data.months import PRIVATE
from bantin.records import folders
from bantin.records.schema import record_schemas

_ID_TEXT = (
    "Mã bền của bản ghi: địa chỉ đầu tiên của nó trong kho, không đổi khi địa chỉ đổi, "
    f"ví dụ {folders.NEWS}/2021/10/hop-ban"
)
_ADDRESS = {"type": "string", "format": "uri"}
_OWN: Mapping[str, Any] = {
    "id": {"type": "string", "description": _ID_TEXT},
    "url": {**_ADDRESS, "description": "Địa chỉ trang"},
    "html": {"type": "string", "description": "Nội dung như trên trang, địa chỉ đầy đủ"},
}
_FILE_URL = {**_ADDRESS, "description": "Địa chỉ tệp trên trang"}


def data_schema() -> dict[str, Any]:
    """Return the schema of every JSON file below `api/`."""
    parts: dict[str, Any] = {}
    kinds = {}
    for folder, schema in record_schemas().items():
        parts |= schema.get("$defs", {})
        kinds[folder] = {
            "type": "object",
            "description": f"Bản ghi trong {folder}/",
            "properties": {**_OWN, **schema["properties"]},
            "required": ["id", "url", *schema.get("required", ())],
            "additionalProperties": False,
        }
    for name in ("Photo", "Attachment"):
        properties = {**parts[name]["properties"], "url": _FILE_URL}
        parts[name] = {**parts[name], "properties": properties}
    told = parts["Source"]["properties"]
    public = {key: value for key, value in told.items() if key not in PRIVATE}
    parts["Source"] = {**parts["Source"], "properties": public}
    files = [_file_of(folder) for folder in kinds]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dữ liệu của kho tin",
        "description": "Mục lục, các tháng, và các danh mục; khóa nào vắng thì có giá trị mặc định",
        "anyOf": [*({"$ref": f"#/$defs/{name}"} for name in _OTHERS), *files],
        "$defs": {**parts, **kinds, **_OTHERS},
    }


def _file_of(folder: str) -> dict[str, Any]:
    is_dated = folder in folders.DATED
    month = {"month": {"type": "string", "pattern": r"^\d{4}-\d{2}$"}} if is_dated else {}
    return {
        "type": "object",
        "properties": {
            "schema": _ADDRESS,
            "kind": {"const": folder},
            **month,
            "records": {
                "type": "object",
                "description": "Bản ghi theo tên tệp của nó",
                "additionalProperties": {"$ref": f"#/$defs/{folder}"},
            },
        },
        "required": ["schema", "kind", *month, "records"],
        "additionalProperties": False,
    }


_INDEX = {
    "type": "object",
    "description": "Mục lục: những tệp dữ liệu đang có",
    "properties": {
        "schema": _ADDRESS,
        "name": {"type": "string", "description": "Tên trang"},
        "url": _ADDRESS,
        "description": {"type": "string"},
        "language": {"const": "vi"},
        "id_prefix": {
            "type": "string",
            "description": "Viết trước một id thì được mã dùng trong nguồn tin, lịch và JSON-LD",
        },
        "table": {**_ADDRESS, "description": "Bảng CSV của cả kho"},
        "changes": {**_ADDRESS, "description": "Mục lục những thay đổi"},
        "registries": {"type": "object", "additionalProperties": _ADDRESS},
        "months": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "kind": {"enum": [*folders.DATED]},
                    "month": {"type": "string", "pattern": r"^\d{4}-\d{2}$"},
                    "size": {"type": "integer", "minimum": 1, "description": "Số bản ghi"},
                    "url": _ADDRESS,
                },
                "required": ["kind", "month", "size", "url"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["schema", "name", "url", "table", "registries", "months"],
    "additionalProperties": False,
}

_MONTH = {"type": "string", "pattern": r"^\d{4}-\d{2}$"}
_DAY = {"type": "string", "format": "date"}
_MOMENT = {"type": "string", "format": "date-time"}
_TOLD_BY = {
    "enum": ["git", "records"],
    "description": "git: kể theo lịch sử Git; records: chỉ theo ngày ghi trong từng bản ghi, "
    "khi không có Git",
}
_CHANGES = {
    "type": "object",
    "description": "Mục lục những thay đổi, theo tháng",
    "properties": {
        "schema": _ADDRESS,
        "source": _TOLD_BY,
        "since": {**_MOMENT, "description": "Lịch sử chỉ biết được từ lúc này"},
        "complete": {
            "type": "boolean",
            "description": "true: kể đủ mọi thay đổi, kể cả bản ghi đã xóa",
        },
        "months": {
            "type": "array",
            "description": "Các tháng có thay đổi, cũ trước",
            "items": {
                "type": "object",
                "properties": {
                    "month": _MONTH,
                    "size": {"type": "integer", "minimum": 1, "description": "Số thay đổi"},
                    "url": _ADDRESS,
                },
                "required": ["month", "size", "url"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["schema", "source", "complete", "months"],
    "additionalProperties": False,
}
_CHANGE = {
    "type": "object",
    "properties": {
        "id": _OWN["id"],
        "kind": {"enum": list(folders.RECORDS)},
        "what": {
            "enum": ["added", "changed", "renamed", "withdrawn", "removed"],
            "description": "thêm, sửa, đổi địa chỉ, thu hồi, không còn trong kho",
        },
        "when": {
            "anyOf": [_MOMENT, _DAY],
            "description": "Lúc ghi vào Git; không có Git thì là ngày ghi trong bản ghi",
        },
        "deleted": {"const": True, "description": "Bản ghi không còn trong kho"},
        "url": {**_ADDRESS, "description": "Địa chỉ trang lúc đó"},
        "notes": {
            "type": "array",
            "description": "Điều nói với bạn đọc về lần thay đổi này",
            "items": {
                "type": "object",
                "properties": {"date": _DAY, "note": {"type": "string"}},
                "required": ["date", "note"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["id", "kind", "what", "when"],
    "oneOf": [{"required": ["url"]}, {"required": ["deleted"]}],
    "additionalProperties": False,
}
_MONTH_CHANGES = {
    "type": "object",
    "description": "Những thay đổi của một tháng, cũ trước",
    "properties": {
        "schema": _ADDRESS,
        "source": _TOLD_BY,
        "month": _MONTH,
        "changes": {"type": "array", "items": _CHANGE},
    },
    "required": ["schema", "source", "month", "changes"],
    "additionalProperties": False,
}
_OTHERS = {"muc-luc": _INDEX, "thay-doi": _CHANGES, "thay-doi-thang": _MONTH_CHANGES}
