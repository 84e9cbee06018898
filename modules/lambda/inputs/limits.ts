import { integer, object, optional } from "../../../lib/schema";

export const limits = object(
  {
    reserved_concurrent_executions: optional(
      integer({ minimum: 0, description: "Concurrency kept for this function, and its most; 0 stops it." }),
    ),
    ephemeral_storage_size: integer({
      default: 512,
      minimum: 512,
      maximum: 10240,
      description: "Size of /tmp in MB.",
    }),
  },
  { default: {}, description: "Bounds of what the function may use." },
);
