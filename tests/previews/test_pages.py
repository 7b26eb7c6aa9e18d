from omnicontent.previews.pages import read_head

PAGE = """<!doctype html><html><head><title> Tulips &amp; more </title>
<meta name="description" content="Plant them now.">
<meta property="og:title" content="Tulips">
<meta property="og:image" content="https://garden.example/files/a.jpg">
<meta property="og:image:alt" content="A field">
<link rel="canonical" href="https://garden.example/tulips/"></head>
<body><svg><title>Not this</title></svg></body></html>"""


def test_reads_what_a_page_says_of_itself() -> None:
    head = read_head(PAGE)
    assert head.title == "Tulips & more"
    assert head.canonical == "https://garden.example/tulips/"
    assert (head.card_title, head.card_alt) == ("Tulips", "A field")
    assert head.card_image.endswith("a.jpg")


def test_a_card_falls_back_to_the_page() -> None:
    head = read_head("<title>Tulips</title><meta name=description content=Now>")
    assert (head.card_title, head.card_description) == ("Tulips", "Now")


def test_anything_can_be_read() -> None:
    assert read_head("no page at all").title == ""
