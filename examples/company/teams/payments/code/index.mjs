/** Answers every request with what it was asked. */
export const handler = async ({ routeKey, pathParameters = {} }) => ({
  statusCode: 200,
  body: JSON.stringify({ routeKey, pathParameters }),
});

/** Says how many rows it was asked to write. */
export const seed = async ({ products = 0 }) => ({ products });
