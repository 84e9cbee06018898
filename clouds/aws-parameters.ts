/**
 * Names of SSM parameters that are made; those of a path start with `/`, and AWS refuses `aws` and `ssm` at the start:
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-parameter-name-constraints.html
 */
export const parameterName = {
  pattern: "^([A-Za-z0-9_.-]+|(/[A-Za-z0-9_.-]+){1,15})$",
  message: "letters, digits, _ . - such as /shop/prod/orders-table, at most 15 parts each after a /",
  maxLength: 900,
} as const;

/** What a parameter of the standard tier holds: https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
export const parameterValue = { minLength: 1, maxLength: 4096 } as const;
