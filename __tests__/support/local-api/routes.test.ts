import { matchOf } from "./routes";

const keys = [
  "$default",
  "ANY /{proxy+}",
  "GET /pets/{proxy+}",
  "GET /pets/dog/{id}",
  "GET /pets/dog/1",
  "ANY /pets/dog/{id}",
  "GET /shops/{shop}/pets/{pet}",
  "GET /shops/{shop}/{rest+}",
];

test.each([
  ["GET", "/pets/dog/1", "GET /pets/dog/1", {}],
  ["GET", "/pets/dog/2", "GET /pets/dog/{id}", { id: "2" }],
  ["PUT", "/pets/dog/1", "ANY /pets/dog/{id}", { id: "1" }],
  ["GET", "/pets/cat/1", "GET /pets/{proxy+}", { proxy: "cat/1" }],
  ["POST", "/pets/cat/1", "ANY /{proxy+}", { proxy: "pets/cat/1" }],
  ["GET", "/shops/a/pets/b", "GET /shops/{shop}/pets/{pet}", { shop: "a", pet: "b" }],
  ["GET", "/shops/a/pets/b/c", "GET /shops/{shop}/{rest+}", { shop: "a", rest: "pets/b/c" }],
  ["GET", "/", "$default", {}],
])("%s %s goes to the most specific route, %s", (method, path, key, parameters) => {
  expect(matchOf(keys, method, path)).toEqual({ key, parameters });
  expect(matchOf([...keys].reverse(), method, path)).toEqual({ key, parameters });
});

test("a path of text goes before one with a variable, whatever the method", () => {
  expect(matchOf(["GET /pets/{id}", "ANY /pets/new"], "GET", "/pets/new")?.key).toBe("ANY /pets/new");
});

test.each([
  ["POST", "/orders/1"],
  ["GET", "/orders"],
  ["GET", "/orders/"],
  ["GET", "/orders/1/"],
  ["GET", "/orders/1/items"],
  ["get", "/orders/1"],
  ["GET", "/ORDERS/1"],
  ["GET", "/files/"],
])("%s %s has no route", (method, path) => {
  expect(matchOf(["GET /orders/{id}", "GET /files/{path+}"], method, path)).toBeUndefined();
});

test("the root is a route", () => {
  expect(matchOf(["GET /"], "GET", "/")).toEqual({ key: "GET /", parameters: {} });
});

test("variables are decoded, and an encoded slash parts nothing", () => {
  const path = "/orders/a%2Fb%20%C3%BC+%25";
  expect(matchOf(["GET /orders/{id}"], "GET", path)?.parameters).toEqual({ id: "a/b ü+%" });
});

test("a path that is not encoded well is an error", () => {
  expect(() => matchOf(["GET /orders/{id}"], "GET", "/orders/%zz")).toThrow(URIError);
});
