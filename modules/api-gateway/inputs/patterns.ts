/** Keys of the caller's own. No word in capitals, so that `NONE` and `AWS_IAM` are free for other meanings. */
export const ownKeys = {
  keys: "^[a-z][A-Za-z0-9_-]{0,62}$",
  keysMessage: "up to 63 letters, digits, _ -, the first a lower-case letter",
} as const;

const segment = "[A-Za-z0-9._~@:!&'()*+,;=%$-]+";
const parameter = "[A-Za-z0-9._:-]+";
const step = `/(${segment}|\\{${parameter}\\})`;
const path = `((${step})+|(${step})*/\\{${parameter}\\+\\}|/)`;

/** Route keys: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html */
export const routeKeys = {
  keys: `^(\\$default|(ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) ${path})$`,
  keysMessage:
    "$default, or a method and a path such as GET /orders/{id}; {proxy+}, which takes the rest of a path, comes last",
} as const;
