"""What tests of the entry points share: an environment in which they are installed."""

import os
import tomllib

import places
import pytest


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """The environment of a process in which the project has the entry points that pyproject.toml has."""
    project = tomllib.loads((places.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    folder = tmp_path / "site" / "law189_points-1.0.dist-info"
    folder.mkdir(parents=True)
    points = ""
    for group, listed in project["entry-points"].items():
        points += f"[{group}]\n" + "".join(f"{name} = {where}\n" for name, where in listed.items())
    (folder / "entry_points.txt").write_text(points, encoding="utf-8")
    head = "Metadata-Version: 2.1\nName: law189-points\nVersion: 1.0\n"
    (folder / "METADATA").write_text(head, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder.parent), str(places.ROOT / "src")]))
    return dict(os.environ)
