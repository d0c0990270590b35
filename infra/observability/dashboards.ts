import type { CloudAlarm } from "./cloud-alarms";
import { panels } from "./panels";

/** The portal's dashboard as Grafana imports it; the data source is whichever Prometheus Grafana has by default. */
export function grafanaDashboard(title: string): object {
  return {
    title,
    uid: title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
    schemaVersion: 39,
    refresh: "30s",
    time: { from: "now-6h", to: "now" },
    panels: panels.map(({ title: panelTitle, unit, expression, legend }, index) => ({
      id: index + 1,
      type: "timeseries",
      title: panelTitle,
      gridPos: { x: (index % 2) * 12, y: Math.floor(index / 2) * 8, w: 12, h: 8 },
      fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
      targets: [{ refId: "A", expr: expression, legendFormat: legend }],
    })),
  };
}

/** What AWS measures, as CloudWatch shows it: one graph for each alarm, with its threshold drawn in. */
export function cloudDashboard(alarms: readonly CloudAlarm[], regionOf: (alarm: CloudAlarm) => string): string {
  const widgets = alarms.map((alarm, index) => ({
    type: "metric",
    x: (index % 3) * 8,
    y: Math.floor(index / 3) * 6,
    width: 8,
    height: 6,
    properties: {
      title: alarm.summary,
      region: regionOf(alarm),
      stat: alarm.statistic,
      period: alarm.period,
      metrics: [[alarm.namespace, alarm.metric, ...Object.entries(alarm.dimensions).flat()]],
      annotations: { horizontal: [{ label: alarm.name, value: alarm.threshold }] },
    },
  }));
  return JSON.stringify({ widgets });
}
