/**
 * Runtimes that AWS supports and that provider 5.100 knows, newest first:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
export const runtimes = [
  "nodejs22.x",
  "python3.13",
  "python3.12",
  "python3.11",
  "java21",
  "java17",
  "java11",
  "dotnet8",
  "ruby3.4",
  "ruby3.3",
  "provided.al2023",
] as const;

type Runtime = (typeof runtimes)[number];

const replaced = (by: Runtime, ...ended: string[]) => Object.fromEntries(ended.map((runtime) => [runtime, by]));

/** Runtimes that AWS has ended, each with what to use instead. */
export const endedRuntimes: Readonly<Record<string, Runtime>> = {
  ...replaced("nodejs22.x", "nodejs12.x", "nodejs14.x", "nodejs16.x", "nodejs18.x", "nodejs20.x"),
  ...replaced("python3.13", "python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "python3.10"),
  ...replaced("provided.al2023", "go1.x", "provided", "provided.al2"),
  ...replaced("java21", "java8"),
  ...replaced("dotnet8", "dotnetcore3.1", "dotnet6"),
  ...replaced("ruby3.4", "ruby2.7", "ruby3.2"),
};
