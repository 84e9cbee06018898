import { DataAwsDynamodbTable } from "@cdktf/provider-aws/lib/data-aws-dynamodb-table";
import { DataAwsResourcegroupstaggingapiResources } from "@cdktf/provider-aws/lib/data-aws-resourcegroupstaggingapi-resources";
import { DataAwsSnsTopic } from "@cdktf/provider-aws/lib/data-aws-sns-topic";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import type { Construct } from "constructs";
import { PlainStack } from "../../lib/cdk";
import { each, hcl, literal, reference } from "../../lib/expression";
import { dataSource, optionalDataSource, resource } from "../../lib/resource";
import { withoutNotes } from "./rendered";

function rendered(body: (scope: Construct) => unknown) {
  const stack = new PlainStack("module");
  body(stack);
  const { resource, data } = stack.toTerraform() as Record<string, unknown>;
  return withoutNotes({ ...(resource ? { resource } : {}), data });
}

test("a data source has attributes by its address", () => {
  rendered((scope) => {
    const topic = dataSource(scope, "this", DataAwsSnsTopic, { name: "alerts" });
    expect(hcl(topic.attribute("arn"))).toBe("data.aws_sns_topic.this.arn");
    expect(topic.path).toBe("data.aws_sns_topic.this");
  });
});

test("it shares its id with the resource of its type", () => {
  const made = rendered((scope) => {
    const found = dataSource(scope, "this", DataAwsSnsTopic, { name: "alerts" });
    resource(scope, "this", SnsTopic, { name: found.attribute("arn") });
  });
  expect(made).toEqual({
    resource: { aws_sns_topic: { this: { name: "${data.aws_sns_topic.this.arn}" } } },
    data: { aws_sns_topic: { this: { name: "alerts" } } },
  });
});

test("it takes expressions, repeated blocks and conditions on what it found", () => {
  const tags = reference<Record<string, string>>("var.tags");
  const made = rendered((scope) =>
    dataSource(scope, "this", DataAwsResourcegroupstaggingapiResources, {
      tagFilter: each(tags, (value, key) => ({ key, values: [value] })),
      lifecycle: { postcondition: [{ condition: "${self.id != null}", errorMessage: "Not found." }] },
    }),
  );
  expect(made).toEqual({
    data: {
      aws_resourcegroupstaggingapi_resources: {
        this: {
          dynamic: {
            tag_filter: {
              for_each: "${var.tags}",
              content: { key: "${tag_filter.key}", values: ["${tag_filter.value}"] },
            },
          },
          lifecycle: { postcondition: [{ condition: "${self.id != null}", error_message: "Not found." }] },
        },
      },
    },
  });
});

describe("one that may not be looked up", () => {
  const nameOf = (name: typeof maybe) => {
    const arns: string[] = [];
    const made = rendered((scope) => {
      const topic = optionalDataSource(scope, "this", DataAwsSnsTopic, name, (name) => ({ name }));
      arns.push(hcl(topic.attribute("arn")));
    });
    return { made, arns };
  };
  const maybe = reference<string | undefined>("var.name");

  test("is counted where only Terraform knows", () => {
    const count = "${var.name != null ? 1 : 0}";
    expect(nameOf(maybe)).toEqual({
      made: { data: { aws_sns_topic: { this: { count, name: "${var.name}" } } } },
      arns: ["one(data.aws_sns_topic.this[*].arn)"],
    });
  });

  test("is not there where it is known not to be", () => {
    expect(nameOf(literal<string | undefined>(undefined))).toEqual({ made: { data: undefined }, arns: ["null"] });
  });
});

test("a member of its blocks is a list, whether it is counted or not", () => {
  const keysOf = (name: typeof maybe) => {
    const keys: string[] = [];
    rendered((scope) => {
      const table = optionalDataSource(scope, "this", DataAwsDynamodbTable, name, (name) => ({ name }));
      keys.push(hcl(table.inEach("serverSideEncryption", "kmsKeyArn")));
    });
    return keys[0];
  };
  const maybe = reference<string | undefined>("var.name");
  expect(keysOf(maybe)).toBe("flatten(data.aws_dynamodb_table.this[*].server_side_encryption[*].kms_key_arn)");
  expect(keysOf(literal<string | undefined>("a"))).toBe(
    "data.aws_dynamodb_table.this.server_side_encryption[*].kms_key_arn",
  );
  expect(keysOf(literal<string | undefined>(undefined))).toBe("[]");
});
