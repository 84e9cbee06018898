import { join } from "node:path";
import { Sources } from "../../../lib/diagnostic";
import { loadProject, type Project } from "../../../lib/spec";
import { toolbox } from "../../../toolbox";
import { type Files, scratchFolder } from "../folder";
import type { Outputs } from "./outputs";
import { type LocalApi, startLocalApi } from "./server";

const code = `
export const handler = async (event) => ({ statusCode: 200, body: JSON.stringify({ event, env: process.env }) });
export const failing = () => { throw new Error("lost"); };
export const slow = () => new Promise((resolve) => setTimeout(resolve, 10_000));
export const cookies = () => ({ statusCode: 200, cookies: ["a=1", "b=2"], body: "/wA=", isBase64Encoded: true });
export const broken = () => ({ statusCode: 200, headers: { "x-lines": "a\\nb" } });
export const plain = () => ({ message: "hello" });
`;

const target = (address: string, timeout_milliseconds = 30_000) => ({
  lambda: {
    function_name: `\${${address}.lambda_function_name}`,
    invoke_arn: `\${${address}.lambda_function_invoke_arn}`,
    timeout_milliseconds,
  },
});
const handlers = ["failing", "slow", "cookies", "broken", "plain"];
const functionOf = (handler: string) => ({
  module: "lambda",
  code: "code",
  runtime: "nodejs22.x",
  handler: `index.${handler}`,
  timeout: 1,
});
const spec = {
  version: 1,
  name: "shop",
  region: "us-east-1",
  environments: { dev: {}, prod: {} },
  services: {
    web: {
      table: { module: "dynamodb", hash_key: "id", attributes: { id: "S" } },
      audit: { module: "dynamodb", only: ["prod"], hash_key: "id", attributes: { id: "S" } },
      echo: {
        ...functionOf("handler"),
        environment_variables: { STAGE: "${environment}", OF: "table ${web.table.dynamodb_table_name}", PLAIN: "7" },
        uses: { "web.table": "read", "web.audit": "write" },
      },
      ...Object.fromEntries(handlers.map((name) => [name, functionOf(name)])),
      api: {
        module: "api-gateway",
        targets: {
          echo: target("web.echo"),
          ...Object.fromEntries(handlers.map((name) => [name, target(`web.${name}`)])),
          impatient: target("web.slow", 50),
        },
        routes: {
          "ANY /echo/{proxy+}": { target: "echo" },
          ...Object.fromEntries(["impatient", ...handlers].map((name) => [`GET /${name}`, { target: name }])),
        },
      },
    },
  },
};
const outputs: Outputs = new Map([["web.table", { dynamodb_table_name: "t-1", dynamodb_table_arn: "arn:t-1" }]]);
let project: Project;
let api: LocalApi;

const load = async (files: Files) =>
  loadProject({ file: join(await scratchFolder(files), "groundplan.yaml"), sources: new Sources(), ...toolbox });

beforeAll(async () => {
  project = await load({ "groundplan.yaml": spec, "code/index.mjs": code });
  api = await startLocalApi({ project, environment: "dev", outputs }, { AWS_REGION: "us-east-1" });
});

afterAll(() => api.stop());

const get = (path: string, init?: RequestInit) => fetch(`${api.url}${path}`, init);
const statusAndBody = async (path: string) => {
  const response = await get(path);
  return [response.status, await response.json()];
};

/** What the function `echo` says that it has. */
const echoed = async (path: string, init?: RequestInit) =>
  (await (await get(path, init)).json()) as { event: object; env: Record<string, string> };

test("a function gets the request as an event", async () => {
  const init = { method: "PUT", body: "text", headers: { "X-Own": "yes" } };
  expect((await echoed("/echo/a%20b/c?x=1&x=2", init)).event).toMatchObject({
    routeKey: "ANY /echo/{proxy+}",
    rawPath: "/echo/a b/c",
    rawQueryString: "x=1&x=2",
    queryStringParameters: { x: "1,2" },
    pathParameters: { proxy: "a b/c" },
    headers: { "x-own": "yes" },
    requestContext: { http: { method: "PUT" } },
    body: "text",
  });
});

test("a function has its own variables, those of its edges, and none of an edge to what the environment lacks", async () => {
  const { env } = await echoed("/echo/env");
  const given = Object.entries(env).filter(([name]) => !/^(PATH$|AWS_SDK_|NODE_CHANNEL_|__CF_)/.test(name));
  expect(Object.fromEntries(given)).toEqual({
    AWS_REGION: "us-east-1",
    STAGE: "dev",
    OF: "table t-1",
    PLAIN: "7",
    WEB_TABLE_NAME: "t-1",
    WEB_TABLE_ARN: "arn:t-1",
  });
});

test("bytes and cookies come back", async () => {
  const response = await get("/cookies");
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0xff, 0]);
});

const internalError = [500, { message: "Internal Server Error" }];

test.each([
  ["a result that is no response", "/plain", [200, { message: "hello" }]],
  ["a function that throws", "/failing", internalError],
  ["a header that is none", "/broken", internalError],
  ["a function that runs for too long", "/slow", internalError],
  ["a function for which the API does not wait", "/impatient", [503, { message: "Service Unavailable" }]],
  ["no route", "/none", [404, { message: "Not Found" }]],
  ["a path that is not encoded well", "/echo/%zz", [400, { message: "Bad Request" }]],
])("%s is answered as AWS does", async (_, path, answer) => {
  expect(await statusAndBody(path)).toEqual(answer);
});

test("a variable that stands for what is not there is an error", async () => {
  const missing = startLocalApi({ project, environment: "dev", outputs: new Map() });
  await expect(missing).rejects.toThrow("nothing here gives dynamodb_table_name of web.table");
});

test("a project without an API is an error", async () => {
  const { echo } = spec.services.web;
  const services = { web: { echo: { ...echo, environment_variables: {}, uses: {} } } };
  const none = await load({ "groundplan.yaml": { ...spec, services }, "code/index.mjs": code });
  await expect(startLocalApi({ project: none, environment: "dev", outputs })).rejects.toThrow("dev has 0 APIs");
});

test("a route to something that is no function of the project is an error", async () => {
  const { api, ...others } = spec.services.web;
  const elsewhere = { ...api, targets: { ...api.targets, echo: { http: { url: "https://example.com" } } } };
  const services = { web: { ...others, api: elsewhere } };
  const far = await load({ "groundplan.yaml": { ...spec, services }, "code/index.mjs": code });
  const started = startLocalApi({ project: far, environment: "dev", outputs });
  await expect(started).rejects.toThrow("ANY /echo/{proxy+} leads to no function");
});
