"""The sensors of alerts, on by default. Each does one thing, so that the failure of one silences no other."""

from __future__ import annotations

from datetime import datetime, timedelta

import dagster as dg

from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.warehouse.asking import asking
from nba_pipeline.warehouse.errors import WarehouseBusy

PROMPT, PATIENT = 30, 600  # seconds between two looks
# A process that holds the warehouse is at work; for so long it is no outage.
BUSY_IS_FINE_FOR = timedelta(minutes=15)


def alert_sensors() -> list[dg.SensorDefinition]:
    return [alerts_of_runs, alerts_of_late_phases, delivery_of_alerts]


@dg.sensor(
    minimum_interval_seconds=PROMPT,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Every failing, warning or silent check and every failure of the runs that ended, also of green ones; "
    "schedules and sensors that fail.",
)
@asking("alerts_of_runs")
def alerts_of_runs(context: dg.SensorEvaluationContext, pipeline: dg.ResourceParam[Pipeline]) -> dg.SkipReason:
    alerts = Alerts.of(pipeline)
    examined = alerts.examine_runs(context.instance)
    alerts.record(alerts.look_at_ticks(context.instance))
    if examined:
        try:
            alerts.record(alerts.look_at_warehouse())
        except Exception as error:  # the sensor of late phases looks again, and tells what it cannot read
            context.log.warning(f"The warehouse was not looked at: {error}")
    return dg.SkipReason(f"{examined} runs examined")


@dg.sensor(
    minimum_interval_seconds=PATIENT,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="What should be published or reconciled by now and is not; the gaps of the last days (R-006, R-007).",
)
@asking("alerts_of_late_phases")
def alerts_of_late_phases(context: dg.SensorEvaluationContext, pipeline: dg.ResourceParam[Pipeline]) -> dg.SensorResult:
    """Its cursor says as of what it has looked, and since when the warehouse is busy: a line each, or empty."""
    alerts = Alerts.of(pipeline)
    seen, _, busy_since = (context.cursor or "").partition("\n")
    try:
        as_of, found = alerts.look_if_changed(context.instance, seen)
    except WarehouseBusy as error:
        now = alerts.delivery_clock.now()
        since = datetime.fromisoformat(busy_since) if busy_since else now
        if now - since >= BUSY_IS_FINE_FOR:
            alerts.record([alerts.cannot_be_watched(error)])
        return dg.SensorResult(
            skip_reason=f"The warehouse is busy since {since}", cursor=f"{seen}\n{since.isoformat()}"
        )
    except Exception as error:  # recorded as what it is, an outage
        alerts.record([alerts.cannot_be_watched(error)])
        return dg.SensorResult(skip_reason=f"The warehouse cannot be read: {error}", cursor="")
    alerts.record(found)
    return dg.SensorResult(skip_reason=f"{len(found)} subjects looked at", cursor=as_of)


@dg.sensor(
    minimum_interval_seconds=PROMPT,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Delivers the outbox of alerts and completion events, what failed before again (R-008).",
)
def delivery_of_alerts(pipeline: dg.ResourceParam[Pipeline]) -> dg.SkipReason:
    return dg.SkipReason(f"{Alerts.of(pipeline).deliver()} messages delivered")
