"""Whether a document is what Kubernetes understands: every key, at every depth, by the models of its own client."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kubernetes.client import models


def unknown_keys(document: Any, kind: str, path: str = "") -> Iterator[str]:
    """The paths of a document that its kind, like `V1Pod` or `list[V1Volume]`, does not have."""
    inner = re.fullmatch(r"(?:list\[|dict\(str, )(\w+)[\])]", kind)
    if inner and kind.startswith("list["):
        for place, part in enumerate(document):
            yield from unknown_keys(part, inner[1], f"{path}[{place}]")
    elif inner:
        for name, part in document.items():
            yield from unknown_keys(part, inner[1], f"{path}.{name}")
    elif hasattr(models, kind):
        model = getattr(models, kind)
        fields: Mapping[str, str] = {name: model.openapi_types[field] for field, name in model.attribute_map.items()}
        for name, part in document.items():
            if name in fields:
                yield from unknown_keys(part, fields[name], f"{path}.{name}")
            else:
                yield f"{path}.{name}"
