import { type HttpResponse, responseOf } from "./response";

const read = (result: unknown) => {
  const { body, ...rest }: HttpResponse = responseOf(result);
  return { ...rest, body: body.toString("latin1") };
};
const json = { "content-type": "application/json" };

test("a response is what it says", () => {
  const result = { statusCode: 201, headers: { Location: "/a", "X-Count": 3 }, body: "{}" };
  expect(read(result)).toEqual({ status: 201, headers: { location: "/a", "x-count": "3" }, body: "{}" });
});

test("a response needs no body", () => {
  expect(read({ statusCode: 204 })).toEqual({ status: 204, headers: {}, body: "" });
});

test("a body of bytes is decoded", () => {
  expect(read({ statusCode: 200, body: "/wA=", isBase64Encoded: true })).toMatchObject({ body: "\xff\0" });
});

test("each cookie is a header line", () => {
  expect(read({ statusCode: 200, cookies: ["a=1; Secure", "b=2"] })).toMatchObject({
    headers: { "set-cookie": ["a=1; Secure", "b=2"] },
  });
});

test.each<[unknown, string]>([
  [{ message: "hello" }, '{"message":"hello"}'],
  [[1, 2], "[1,2]"],
  [7, "7"],
  ["hello", "hello"],
  [undefined, "null"],
  [null, "null"],
])("%j without a status code is the body of a success", (result, body) => {
  expect(read(result)).toEqual({ status: 200, headers: json, body });
});

test.each([{ statusCode: "200" }, { statusCode: 200.5 }, { statusCode: 200, body: { a: 1 } }])(
  "%j is no response",
  (result) => {
    expect(read(result)).toEqual({ status: 500, headers: json, body: '{"message":"Internal Server Error"}' });
  },
);
