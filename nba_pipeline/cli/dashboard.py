"""`nba dashboard`: the reliability pages in a browser, on this home."""

from __future__ import annotations

import click
import uvicorn

from nba_pipeline.cli.console import err
from nba_pipeline.dashboard.app import build_app
from nba_pipeline.orchestration.pipeline import Pipeline


@click.command()
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Where it listens; other than here only with a token."
)
@click.option("--port", default=8765, show_default=True)
def dashboard(host: str, port: int) -> None:
    """The reliability dashboard. It reads stored results and changes nothing. Stop it with Ctrl-C."""
    pipeline = Pipeline()
    secret = pipeline.settings.dashboard_token
    if secret is None and host not in ("127.0.0.1", "localhost", "::1"):
        raise click.BadParameter("others could look without a token; set NBA_DASHBOARD_TOKEN", param_hint="--host")
    app = build_app(pipeline, secret.get_secret_value() if secret else None)
    err.print(f"The dashboard of {pipeline.settings.home} on http://{host}:{port}", highlight=False)
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)
