"""`nba dashboard`: the reliability pages in a browser, on this home."""

from __future__ import annotations

from typing import Any

import click
import uvicorn

from nba_pipeline.alerts.settings import load_alert_settings
from nba_pipeline.cli.console import err
from nba_pipeline.dashboard.app import build_app
from nba_pipeline.dashboard.security import LOCAL_NAMES
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.settings import Settings


@click.command()
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Where it listens; other than here only with a token."
)
@click.option("--port", default=8765, show_default=True)
def dashboard(host: str, port: int) -> None:
    """The reliability dashboard. It reads stored results and changes nothing. Stop it with Ctrl-C."""
    pipeline = Pipeline()
    secret = pipeline.settings.dashboard_token
    if secret is None and host not in LOCAL_NAMES:
        raise click.BadParameter("others could look without a token; set NBA_DASHBOARD_TOKEN", param_hint="--host")
    app = build_app(pipeline, secret.get_secret_value() if secret else None, load_alert_settings().ui_url)
    err.print(f"The dashboard of {pipeline.settings.home} on http://{host}:{port}", highlight=False)
    uvicorn.run(app, host=host, port=port, **serving(pipeline.settings))


def serving(settings: Settings) -> dict[str, Any]:
    """How the server treats requests: whose word it takes for who asks, and that it tells and logs nothing of them."""
    proxy = settings.dashboard_proxy
    believed = {"proxy_headers": proxy is not None, "forwarded_allow_ips": proxy or ""}
    return {"log_level": "warning", "access_log": False, "server_header": False, **believed}
