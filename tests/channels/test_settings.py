"""What platforms say about themselves: read from files, never fetched."""

import pytest

from omnicontent.channels import settings
from omnicontent.channels.errors import PlatformFileError
from omnicontent.channels.settings import FOLDER_VARIABLE, read_platform


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    return tmp_path


def test_an_answer_is_read_as_the_platform_gave_it(folder):
    (folder / "garden.json").write_text('{"configuration": {"max": 5000}}')
    assert read_platform("garden") == {"configuration": {"max": 5000}}


def test_without_a_file_nothing_is_known(folder):
    assert read_platform("garden") == {}


@pytest.mark.parametrize("named", [None, "answers"])
def test_a_relative_folder_is_one_of_the_checkout_wherever_one_stands(
    tmp_path, monkeypatch, named
):
    if named:
        monkeypatch.setenv(FOLDER_VARIABLE, named)
    else:
        monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    folder = tmp_path / "checkout" / (named or "platforms")
    folder.mkdir(parents=True)
    (folder / "garden.json").write_text('{"max": 5000}')
    monkeypatch.setattr(settings, "CHECKOUT", tmp_path / "checkout")
    monkeypatch.chdir(tmp_path)
    assert read_platform("garden") == {"max": 5000}


@pytest.mark.parametrize("text", ["{", "[]", "", '"words"'])
def test_a_broken_file_is_named(folder, text):
    (folder / "garden.json").write_text(text)
    with pytest.raises(PlatformFileError, match=r"garden\.json .*Fetch it from the platform"):
        read_platform("garden")


def test_a_folder_in_the_file_s_place_is_named(folder):
    (folder / "garden.json").mkdir()
    with pytest.raises(PlatformFileError, match=r"garden\.json can't be used"):
        read_platform("garden")
