import { exactlyOneOf, object, optional, string } from "../../../lib/schema";

const s3Object = object(
  {
    bucket: string({ minLength: 3, maxLength: 63, description: "Bucket of the package, in the function's region." }),
    key: string({ minLength: 1, maxLength: 1024, description: "Key of the package." }),
    object_version: optional(string({ minLength: 1, description: "Version of the package's object." })),
  },
  { description: "A zip package in S3." },
);

export const code = object(
  {
    filename: optional(string({ minLength: 1, description: "Path of a zip package." })),
    source_code_hash: optional(
      string({
        minLength: 1,
        description: "Base64 of the SHA-256 of the package; the code is updated when it changes.",
      }),
    ),
    s3: optional(s3Object),
    image_uri: optional(string({ minLength: 1, description: "URI of a container image in ECR." })),
  },
  { rules: [exactlyOneOf("filename", "s3", "image_uri")], description: "Where the code comes from." },
);
