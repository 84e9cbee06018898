import { eventOf, type HttpRequest } from "./event";

const request: HttpRequest = {
  method: "GET",
  path: "/orders/a%20b",
  query: "",
  headers: { host: ["localhost:8080"], "user-agent": ["test"] },
  body: Buffer.alloc(0),
  sourceIp: "127.0.0.1",
};
const match = { key: "GET /orders/{id}", parameters: { id: "a b" } };
const event = (change: Partial<HttpRequest> = {}) => eventOf({ ...request, ...change }, match);
const withBody = (body: string | Buffer, type?: string) =>
  event({ body: Buffer.from(body), headers: type === undefined ? {} : { "content-type": [type] } });

test("an event has the request in payload format 2.0, and nothing that the request lacks", () => {
  expect(event()).toEqual({
    version: "2.0",
    routeKey: "GET /orders/{id}",
    rawPath: "/orders/a b",
    rawQueryString: "",
    headers: { host: "localhost:8080", "user-agent": "test" },
    pathParameters: { id: "a b" },
    isBase64Encoded: false,
    requestContext: {
      accountId: expect.stringMatching(/^\d{12}$/),
      apiId: "local",
      domainName: "localhost:8080",
      domainPrefix: "local",
      http: { method: "GET", path: "/orders/a b", protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
      requestId: expect.any(String),
      routeKey: "GET /orders/{id}",
      stage: "$default",
      time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
      timeEpoch: expect.any(Number),
    },
  });
});

test("a route without variables has no path parameters", () => {
  expect(eventOf(request, { key: "$default", parameters: {} })).not.toHaveProperty("pathParameters");
});

test("the query is there as it came, and decoded with commas between what is there twice", () => {
  expect(event({ query: "tag=a&tag=b%20c&empty=&x=%26" })).toMatchObject({
    rawQueryString: "tag=a&tag=b%20c&empty=&x=%26",
    queryStringParameters: { tag: "a,b c", empty: "", x: "&" },
  });
});

test("headers that are there twice stand once", () => {
  expect(event({ headers: { accept: ["text/html", "text/plain"] } })).toMatchObject({
    headers: { accept: "text/html,text/plain" },
  });
});

test("cookies have a place of their own", () => {
  const made = event({ headers: { cookie: ["a=1; b=2"], accept: ["*/*"] } });
  expect(made).toMatchObject({ cookies: ["a=1", "b=2"], headers: { accept: "*/*" } });
  expect(made).not.toHaveProperty("headers.cookie");
});

test.each(["text/plain", "text/csv", "application/json", "application/JSON; charset=utf-8", "application/xml"])(
  "%s is text",
  (type) => {
    expect(withBody("ü", type)).toMatchObject({ body: "ü", isBase64Encoded: false });
  },
);

test.each([undefined, "application/octet-stream", "application/x-www-form-urlencoded", "image/png"])(
  "%s is bytes",
  (type) => {
    expect(withBody(Buffer.from([0xff, 0]), type)).toMatchObject({ body: "/wA=", isBase64Encoded: true });
  },
);
