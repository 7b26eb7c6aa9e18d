"""The demo from the first migration to the last live variant, under one supervisor."""

import time

from django.conf import settings

from omnicontent.config.demo import building, preparing, report
from omnicontent.config.demo.content import ACCOUNTS
from omnicontent.config.demo.stages import Stages, say
from omnicontent.config.supervisor import Child, Supervisor, services
from omnicontent.config.supervisor.supervisor import check_port
from omnicontent.releases.progress import ReleaseProgress

HOST = "127.0.0.1"


def run_demo(*, port: int, once: bool) -> int:
    """Run the demo and return its exit status: 1 if ``once`` and a variant is not live."""
    folder = settings.VAR_DIR
    stages = Stages()
    with Supervisor(folder, say) as supervisor:
        check_port(HOST, port)
        media = preparing.start_fetching_media()
        with stages.stage("database"):
            preparing.migrate()
        with stages.stage("static files"):
            preparing.collect_static_files()
        with stages.stage("broker, workers, web server"):
            web = start_services(supervisor, port)
        with stages.stage("photos and film"):
            credits_ = media.result()
        with stages.stage("campaigns"):
            preparing.create_content()
        began = time.monotonic()
        builds = building.wait_for_builds()
        services.wait_until_listening(web, (HOST, port))
        stages.add("adapting, encoding, going live", time.monotonic() - began)
        say(_summary(builds, stages, credits_, port))
        missing = building.find_not_live(builds)
        if missing:
            say("Not live:\n  " + "\n  ".join(missing))
        if once:
            say("Stopping.")
            return int(bool(missing) or not builds)
        say("Ctrl-C stops everything. Logs: " + str(folder / "log"))
        supervisor.wait()
        return 0


def start_services(supervisor: Supervisor, port: int) -> Child:
    """Start the broker, then whatever needs it; return the web server."""
    folder = settings.VAR_DIR
    broker = services.broker(folder)
    supervisor.start([broker])
    services.wait_until_listening(broker, str(folder / "broker" / "s.sock"))
    web = services.web(folder, HOST, port)
    supervisor.start([*services.workers(folder), web])
    return web


def _summary(builds: list[ReleaseProgress], stages: Stages, credits_: list[str], port: int) -> str:
    variants = sum(len(build.rows) for build in builds)
    site = f"http://{HOST}:{port}"
    return "\n".join(
        [
            "",
            report.table_of(builds),
            "",
            f"{variants} variants and {report.count_files(builds)} files "
            f"in {stages.total_seconds:.0f} s since the first stage.",
            "",
            "Photos and film:",
            *(f"  {line}" for line in credits_),
            "",
            f"Editor          {site}/admin/",
            *(f"  as {who.group:<25}{who.username:<10}{who.password}" for who in ACCOUNTS),
            f"Campaign pages  {site}/",
            f"API             {site}/api/v1/openapi.json",
        ]
    )
