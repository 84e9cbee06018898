// A Terraform command with the AWS provider takes seconds, and the tests may share two processors.
jest.setTimeout(300_000);
