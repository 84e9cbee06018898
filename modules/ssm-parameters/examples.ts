import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Call = Input<typeof inputs>;

export const minimal: Call = { parameters: { api_url: { name: "/shop/api-url", value: "https://shop.example.com" } } };

export const complete = {
  parameters: {
    api_url: { name: "/shop/prod/api-url", value: "https://shop.example.com", description: "Where orders are taken." },
    orders_table: { name: "shop-orders-table", value: "arn:aws:dynamodb:us-east-1:123456789012:table/shop-orders" },
  },
  tags: { Service: "shop" },
} as const satisfies Call;
