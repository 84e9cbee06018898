import { type Metric, minimumTraffic, packOf, percent, type Series, share } from "../../clouds/aws-packs";
import { integer, object } from "../../lib/schema";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

const milliseconds = (value: number, description: string) => integer({ default: value, minimum: 1, description });

const thresholds = object(
  {
    server_errors_percent: percent(1, "Requests answered with 5xx, in percent of all, over 10 minutes."),
    client_errors_percent: percent(25, "Requests answered with 4xx, in percent of all, over 10 minutes."),
    minimum_requests: minimumTraffic("Requests"),
    latency_p95_ms: milliseconds(1000, "Time within which 95 % of requests are answered, in milliseconds."),
    latency_p99_ms: milliseconds(2000, "Time within which 99 % of requests are answered, in milliseconds."),
  },
  { default: {}, description: "When alarms of the API go off." },
);

/** Metrics: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html */
export const pack = packOf(
  inputs,
  outputs,
)({
  thresholds,
  alarms({ address, thresholds, output }) {
    const metric = metricsOf(output("api_id"), output("stage_id"));
    const answered = (code: string) => share(metric(code, "Sum"), metric("Count", "Sum"), thresholds.minimum_requests);
    return {
      server_errors: {
        description: `${address}: too large a share of requests is answered with 5xx.`,
        math: answered("5xx"),
        threshold: thresholds.server_errors_percent,
        period: 300,
        evaluation_periods: 2,
      },
      client_errors: {
        description: `${address}: too large a share of requests is answered with 4xx.`,
        severity: "warning",
        math: answered("4xx"),
        threshold: thresholds.client_errors_percent,
        period: 300,
        evaluation_periods: 2,
      },
      latency_p95: {
        description: `${address}: the slowest 5 % of requests take long.`,
        severity: "warning",
        metric: metric("Latency", "p95"),
        threshold: thresholds.latency_p95_ms,
        period: 300,
      },
      latency_p99: {
        description: `${address}: the slowest 1 % of requests take long.`,
        metric: metric("Latency", "p99"),
        threshold: thresholds.latency_p99_ms,
        period: 300,
        evaluation_periods: 2,
      },
    };
  },
  signals({ address, output }) {
    const metric = metricsOf(output("api_id"), output("stage_id"));
    const series = (name: string, statistic: string, what: string): Series => ({
      ...metric(name, statistic),
      label: `${address} ${what}`,
    });
    return {
      traffic: { [`${address}.requests`]: series("Count", "Sum", "requests") },
      errors: {
        [`${address}.5xx`]: series("5xx", "Sum", "5xx"),
        [`${address}.4xx`]: series("4xx", "Sum", "4xx"),
      },
      latency: {
        [`${address}.p50`]: series("Latency", "p50", "p50"),
        [`${address}.p95`]: series("Latency", "p95", "p95"),
        [`${address}.p99`]: series("Latency", "p99", "p99"),
      },
    };
  },
});

const metricsOf =
  (api: string, stage: string) =>
  (name: string, statistic: string): Metric => ({
    namespace: "AWS/ApiGateway",
    name,
    dimensions: { ApiId: api, Stage: stage },
    statistic,
  });
