"""One file is no carousel."""

from omnicontent.channels.containers import container

ONE, OTHER = {"image_url": "one.jpg"}, {"image_url": "other.jpg"}


def test_one_file_stands_by_itself():
    assert container([ONE]) == ONE
    assert container([]) == {}


def test_several_are_the_children_of_a_carousel_in_order():
    assert container([ONE, OTHER]) == {
        "media_type": "CAROUSEL",
        "children": [ONE | {"is_carousel_item": True}, OTHER | {"is_carousel_item": True}],
    }
