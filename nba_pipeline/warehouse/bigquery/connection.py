"""Opens BigQuery as the settings say."""

from __future__ import annotations

from threading import Lock

from dagster import DagsterError
from dagster_gcp import BigQueryResource
from google.auth.exceptions import GoogleAuthError
from google.cloud import bigquery

from nba_pipeline.settings import ConfigurationError, Settings
from nba_pipeline.warehouse.bigquery.engine import BigQueryEngine
from nba_pipeline.warehouse.bigquery.jobs import Jobs
from nba_pipeline.warehouse.bigquery.tables import Place

# The resource hands a key to Google's library in a variable of the whole process, for as long as its block lasts.
_one_at_a_time = Lock()


def open_bigquery(settings: Settings, read_only: bool = False) -> BigQueryEngine:
    """A connection to the datasets of this environment. Raises ConfigurationError without usable credentials."""
    client = _client(settings)
    place = Place(client.project, settings.bigquery_location, settings.bigquery_prefix)
    jobs = Jobs(client, settings.bigquery_byte_limit)
    return BigQueryEngine(client, place, jobs, settings.home / "compiled", read_only)


def _client(settings: Settings) -> bigquery.Client:
    secret = settings.bigquery_credentials
    resource = BigQueryResource(
        project=settings.bigquery_project,
        location=settings.bigquery_location,
        gcp_credentials=secret.get_secret_value() if secret else None,
    )
    try:
        # the client keeps the credentials that it read, so the block need not last as long as it does
        with _one_at_a_time, resource.get_client() as client:
            return client
    except (GoogleAuthError, DagsterError, ValueError) as error:
        raise ConfigurationError(
            "BigQuery cannot be opened without credentials. Log in with: gcloud auth application-default login; or "
            "name a key file in GOOGLE_APPLICATION_CREDENTIALS; or put a service account's key, its JSON in Base64, "
            f"into NBA_BIGQUERY_CREDENTIALS. Google says: {error}"
        ) from error
