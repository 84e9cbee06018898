import { scratchFolder } from "../support/folder";

/** A spec with a value from every layer. */
export const shop = `version: 1
name: shop
region: us-east-1
environments:
  dev: {}
  prod: {}
defaults:
  lambda: { runtime: nodejs22.x, memory_size: 256 }
services:
  orders:
    table:
      module: dynamodb
      hash_key: id
      attributes: { id: S }
    function:
      module: lambda
      code: code
      handler: index.handler
      uses:
        orders.table: read
      permissions:
        - { actions: ["ses:SendEmail"], resources: ["arn:aws:ses:us-east-1:123456789012:identity/example.com"] }
      environments:
        prod: { memory_size: 1024 }
`;

/** A folder with a spec and the code that it names. */
export const project = (spec = shop): Promise<string> =>
  scratchFolder({ "groundplan.yaml": spec, "code/index.mjs": "export const handler = async () => {};\n" });
