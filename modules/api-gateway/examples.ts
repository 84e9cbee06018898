import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Inputs = Input<typeof inputs>;

const functionNamed = (name: string) => ({
  function_name: name,
  invoke_arn: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:${name}/invocations`,
});

export const minimal: Inputs = {
  name: "orders",
  routes: { "GET /orders": { target: "orders" } },
  targets: { orders: { lambda: functionNamed("orders") } },
};

export const complete: Inputs = {
  name: "orders-complete",
  description: "Takes and shows orders.",
  routes: {
    "POST /orders": {
      target: "orders",
      authorizer: "users",
      scopes: ["orders/write"],
      throttle: { rate: 50, burst: 10 },
    },
    "GET /orders/{id}": { target: "orders", authorizer: "users" },
    "ANY /admin/{proxy+}": { target: "orders" },
    "GET /reports": { target: "reports", authorizer: "partners" },
    "POST /hooks": { target: "hooks", authorizer: "NONE", throttle: { rate: 5, burst: 5 } },
    $default: { target: "shop", authorizer: "NONE" },
  },
  targets: {
    orders: { lambda: { ...functionNamed("orders"), timeout_milliseconds: 10000 } },
    reports: { lambda: { ...functionNamed("reports"), payload_format_version: "1.0" } },
    hooks: {
      sqs: {
        queue_url: "https://sqs.us-east-1.amazonaws.com/123456789012/hooks",
        queue_arn: "arn:aws:sqs:us-east-1:123456789012:hooks",
      },
    },
    shop: { http: { url: "https://shop.example.com" } },
  },
  authorizers: {
    users: { jwt: { issuer: "https://id.example.com", audience: ["orders"] } },
    partners: { lambda: functionNamed("partners") },
  },
  cors: {
    allow_origins: ["https://example.com"],
    allow_methods: ["GET", "POST"],
    allow_headers: ["authorization", "content-type"],
    expose_headers: ["x-request-id"],
    allow_credentials: true,
    max_age: 3600,
  },
  stage: {
    throttle: { rate: 200, burst: 100 },
    detailed_metrics_enabled: true,
    access_logs: {
      retention_in_days: 30,
      kms_key_arn: "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555",
    },
  },
  domain: {
    domain_name: "api.example.com",
    certificate_arn: "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555",
    mapping_key: "v1",
    mutual_tls: { truststore_uri: "s3://certificates/truststore.pem", truststore_version: "1" },
  },
  tags: { Service: "orders" },
};

/** In front of a public URL, for whom a function lets in. */
export const web: Inputs = {
  name: "web",
  routes: { "ANY /{proxy+}": { target: "site", authorizer: "sessions" } },
  targets: { site: { http: { url: "https://example.com/{proxy}", method: "GET", timeout_milliseconds: 5000 } } },
  authorizers: {
    sessions: {
      lambda: {
        ...functionNamed("sessions"),
        identity_sources: ["$request.header.Cookie", "$context.routeKey"],
        result_ttl_in_seconds: 60,
        enable_simple_responses: false,
      },
    },
  },
};

/** In front of a load balancer inside a VPC. */
export const internal: Inputs = {
  name: "internal",
  routes: { $default: { target: "service" } },
  targets: {
    service: {
      private: {
        vpc_link: "private",
        listener_arn:
          "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/service/0123456789abcdef/0123456789abcdef",
        server_name_to_verify: "service.example.com",
      },
    },
  },
  vpc_links: { private: { subnet_ids: ["subnet-0a1b2c3d"], security_group_ids: ["sg-0a1b2c3d"] } },
};

/** Straight into a FIFO queue with a key of the caller's. */
export const queue: Inputs = {
  name: "queue",
  routes: { "POST /jobs/{group}": { target: "jobs" } },
  targets: {
    jobs: {
      sqs: {
        queue_url: "https://sqs.us-east-1.amazonaws.com/123456789012/jobs.fifo",
        queue_arn: "arn:aws:sqs:us-east-1:123456789012:jobs.fifo",
        message_group_id: "$request.path.group",
        message_deduplication_id: "$context.requestId",
        kms_key_arn: "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      },
    },
  },
};

/** Straight onto an event bus. */
export const events: Inputs = {
  name: "events",
  routes: { "POST /events": { target: "bus" } },
  targets: {
    bus: {
      eventbridge: {
        event_bus_arn: "arn:aws:events:us-east-1:123456789012:event-bus/shop",
        source: "shop.api",
        detail_type: "$request.header.x-event-type",
      },
    },
  },
};

/** Starts executions: one waits for the result, the other does not. */
export const workflow: Inputs = {
  name: "workflow",
  routes: { "POST /payments": { target: "payment" }, "POST /quotes": { target: "quote" } },
  targets: {
    payment: {
      step_functions: { state_machine_arn: "arn:aws:states:us-east-1:123456789012:stateMachine:payment" },
    },
    quote: {
      step_functions: {
        state_machine_arn: "arn:aws:states:us-east-1:123456789012:stateMachine:quote",
        synchronous: true,
      },
    },
  },
};

const route = (change: Partial<Inputs["routes"][string]>): Inputs => ({
  ...complete,
  routes: { "GET /orders": { target: "orders", ...change } },
});
const both = { ...minimal.targets.orders, ...complete.targets.shop };
const anybody = { allow_origins: ["*"], allow_credentials: true };

export const rejected: Readonly<Record<string, Inputs>> = {
  "two routes for the same requests": {
    ...minimal,
    routes: { "GET /orders/{id}": { target: "orders" }, "GET /orders/{order}": { target: "orders" } },
  },
  "a route to something that is no target": route({ target: "order" }),
  "an authorizer that is not there": route({ authorizer: "user" }),
  "scopes of signed requests": route({ scopes: ["orders/read"] }),
  "scopes of anybody": route({ authorizer: "NONE", scopes: ["orders/read"] }),
  "scopes of a function": route({ authorizer: "partners", scopes: ["orders/read"] }),
  "a target that is nothing": { ...minimal, targets: { orders: {} } },
  "a target that is two things": { ...minimal, targets: { orders: both } },
  "an authorizer that is nothing": { ...complete, authorizers: { ...complete.authorizers, none: {} } },
  "an authorizer that is two things": {
    ...complete,
    authorizers: {
      ...complete.authorizers,
      both: { ...complete.authorizers?.users, ...complete.authorizers?.partners },
    },
  },
  "a way into a VPC that is not there": { ...internal, vpc_links: {} },
  "cookies from everywhere": { ...complete, cors: anybody },
};
