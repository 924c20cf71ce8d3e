"""What is handed out: the lock, the version, the wheel; and no trace of one machine in it."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import newscrawl

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
# Too large, or too far from the main job, for everybody's environment: they stay extras.
HEAVY = {"playwright", "scrapy-playwright", "uvloop", "pyarrow", "pandas", "torch", "transformers"}


def locked() -> dict[str, str]:
    """Version by canonical name of every requirement of the lock."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", LOCK, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


def group(name: str) -> Iterator[Requirement]:
    """The requirements of a dependency group, included groups' too."""
    for one in PROJECT["dependency-groups"][name]:
        if isinstance(one, str):
            yield Requirement(one)
        else:
            yield from group(one["include-group"])


def asked_for() -> Iterator[Requirement]:
    yield from map(Requirement, PROJECT["project"]["dependencies"])
    yield from group("dev")


@pytest.mark.parametrize("wanted", [pytest.param(one, id=one.name) for one in asked_for()])
def test_the_lock_holds_a_fitting_version_of(wanted: Requirement) -> None:
    version = locked().get(canonicalize_name(wanted.name))
    assert version is not None, "not in requirements.lock: run `make lock`"
    assert wanted.specifier.contains(version, prereleases=True)


def test_every_locked_requirement_has_hashes() -> None:
    lines = [line for line in LOCK.splitlines() if not line.lstrip().startswith("#")]
    for line, following in pairwise([*lines, ""]):
        if not line.startswith(" "):
            assert re.match(r"    --hash=sha256:[0-9a-f]{64}", following) or not line, line


def test_the_lock_names_no_address() -> None:
    assert "://" not in LOCK
    assert "--index-url" not in LOCK
    assert "--find-links" not in LOCK


def test_the_lock_holds_nothing_heavy() -> None:
    assert not HEAVY & set(locked())


def test_the_version_is_the_changelogs_newest() -> None:
    versions = re.findall(r"^## \[(\d[^\]]*)\] - \d{4}-\d{2}-\d{2}$", CHANGELOG, re.MULTILINE)
    assert versions[0] == newscrawl.__version__


def test_changelog_headings_are_those_of_keep_a_changelog() -> None:
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(re.findall(r"^### (.+)$", CHANGELOG, re.MULTILINE)) <= kinds


def test_ci_runs_lint_types_and_tests() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111, ".ci/run must be executable"
    assert "make lint types test" in script.read_text("utf-8")


def test_no_file_knows_a_machine_or_a_package_registry() -> None:
    registries = "|".join(("pypi" + r"\.org", "pythonhosted" + r"\.org", "index" + "-url"))
    private = re.compile(rf"/(?:home|Users)/\w+/|/root/|{registries}".encode())
    for path in tracked():
        if path != Path(__file__):
            assert not private.search(path.read_bytes()), path


def tracked() -> list[Path]:
    """The files of the project; all that lie about but hidden ones, where git is not there."""
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    names = done.stdout.split("\0") if done.returncode == 0 else []
    found = [ROOT / name for name in names if name] or [
        path for path in ROOT.rglob("*") if not any(p[0] == "." for p in path.parts[1:])
    ]
    return [path for path in found if path.is_file()]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the project's sdist and wheel."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return folder


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_the_package(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "newscrawl").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert package <= held
    assert {"newscrawl/py.typed", "newscrawl/article.schema.json"} <= held
    assert any(name.endswith("licenses/LICENSE") for name in held)


@pytest.mark.slow
def test_the_sdist_holds_what_make_test_needs(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    for name in ("README.md", "LICENSE", "CHANGELOG.md", "Makefile", "requirements.lock"):
        assert name in held
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(("newscrawl/", "tests/", "fixtures/", ".ci/")):
            assert name in held


@pytest.mark.slow
def test_the_unpacked_wheel_runs_the_demo_from_any_folder(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    done = subprocess.run(
        [sys.executable, "-m", "newscrawl", "demo"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site"), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.glob("demo-corpus/articles.jsonl"))
