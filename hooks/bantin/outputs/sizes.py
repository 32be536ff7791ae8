"""Sizes of pages, feeds and files, as one value. The planner passes it down.

Knows no outputs. Tests use small sizes, so that a few records suffice.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sizes:
    """The limits of pages, feeds and files. Each number is a maximum.

    Attributes:
        latest: records on the first page of a list; with more, its years have pages.
        whole_year: records on the page of a year; with more, its months have pages.
        feed: records in the feed of the whole archive.
        term_feed: records in the feed of one list.
        sitemap_part: addresses in a part of the sitemap; its protocol allows 50,000.
        news_sitemap: articles in the sitemap of the latest news; engines take 1,000.
        body_people: people on the page of a body.
        body_meetings: meetings on the page of a body; with more, they have a page of their own.
        body_period_years: years in the table of a body's reports, on its page.
        body_tasks: tasks on the page of a body.
        tasks: tasks with a last day on the page of a body's tasks.
        undated_tasks: tasks there of each kind without one.
        task_days: tasks in a calendar. Phones fetch it again and again.
        chart_bars: offices in the chart of a year's orders.
        chart_rows: offices in its table.
        register_documents: documents on the first page of the register.
        figures: figures on the page of a body.
        figure_reports: reports that state one figure.
        figure_bars: bars of its chart.
        recalled_years: years that the home page recalls for one day.
        home_news: articles on the home page, besides the lead.
        home_documents: documents on the home page.
        home_section: articles of each section on the home page.
        home_conclusions: documents with conclusions on the home page.
        home_points: conclusions of each of these documents.
        home_viewed: most viewed articles on the home page.
    """

    latest: int = 20
    whole_year: int = 200
    feed: int = 30
    term_feed: int = 20
    sitemap_part: int = 50_000
    news_sitemap: int = 1_000
    body_people: int = 20
    body_meetings: int = 6
    body_period_years: int = 8
    body_tasks: int = 3
    tasks: int = 100
    undated_tasks: int = 40
    task_days: int = 300
    chart_bars: int = 12
    chart_rows: int = 40
    register_documents: int = 10
    figures: int = 20
    figure_reports: int = 24
    figure_bars: int = 12
    recalled_years: int = 5
    home_news: int = 6
    home_documents: int = 6
    home_section: int = 4
    home_conclusions: int = 2
    home_points: int = 3
    home_viewed: int = 5


# The sizes of every site; no setting changes them.
USUAL = Sizes()
