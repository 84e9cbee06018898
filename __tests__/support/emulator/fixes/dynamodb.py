"""DynamoDB: settings of a table that moto forgets, and replicas of global tables."""

import copy

from moto.dynamodb.models import dynamodb_backends
from moto.dynamodb.models.table import GlobalSecondaryIndex, Table
from moto.dynamodb.responses import DynamoHandler


def table_class_and_on_demand_throughput() -> None:
    """As AWS, from a request of create or update into every description of the table."""
    create, update, describe = DynamoHandler.create_table, DynamoHandler.update_table, Table.describe

    def remember(self, answer):
        table = self.dynamodb_backend.get_table(self.body["TableName"])
        if "TableClass" in self.body:
            table.fix_table_class = self.body["TableClass"]
        if "OnDemandThroughput" in self.body:
            table.fix_on_demand_throughput = self.body["OnDemandThroughput"]
        return type(answer)(table.describe())

    def described(self, base_key="TableDescription"):
        answer = describe(self, base_key)
        if hasattr(self, "fix_table_class"):
            answer[base_key]["TableClassSummary"] = {"TableClass": self.fix_table_class}
        if hasattr(self, "fix_on_demand_throughput"):
            answer[base_key]["OnDemandThroughput"] = self.fix_on_demand_throughput
        return answer

    DynamoHandler.create_table = lambda self: remember(self, create(self))
    DynamoHandler.update_table = lambda self: remember(self, update(self))
    Table.describe = described


def on_demand_throughput_of_indexes() -> None:
    create, update, describe = GlobalSecondaryIndex.create, GlobalSecondaryIndex.update, GlobalSecondaryIndex.describe

    def created(dct, table_key_attrs):
        index = create(dct, table_key_attrs)
        index.fix_on_demand_throughput = dct.get("OnDemandThroughput")
        return index

    def updated(self, dct):
        update(self, dct)
        self.fix_on_demand_throughput = dct.get("OnDemandThroughput", self.fix_on_demand_throughput)

    def described(self):
        answer = describe(self)
        if self.fix_on_demand_throughput:
            answer["OnDemandThroughput"] = self.fix_on_demand_throughput
        return answer

    GlobalSecondaryIndex.create = staticmethod(created)
    GlobalSecondaryIndex.update = updated
    GlobalSecondaryIndex.describe = described


def replicas() -> None:
    update, describe = DynamoHandler.update_table, Table.describe

    def update_table(self):
        for change in self.body.pop("ReplicaUpdates", []):
            for action, replica in change.items():
                table = self.dynamodb_backend.get_table(self.body["TableName"])
                (drop if action == "Delete" else put)(table, replica)
        return update(self)

    def put(table, replica):
        region = replica["RegionName"]
        table.__dict__.setdefault("fix_replicas", {})[region] = {**replica, "ReplicaStatus": "ACTIVE"}
        elsewhere = dynamodb_backends[table.account_id][region].tables
        if table.name not in elsewhere:
            elsewhere[table.name] = twin_of(table, replica)

    def drop(table, replica):
        table.fix_replicas.pop(replica["RegionName"], None)
        dynamodb_backends[table.account_id][replica["RegionName"]].tables.pop(table.name, None)

    def twin_of(table, replica):
        twin = copy.copy(table)
        twin.region_name = replica["RegionName"]
        twin.table_arn = table.table_arn.replace(table.region_name, twin.region_name)
        if "KMSMasterKeyId" in replica:
            twin.sse_specification = {"Enabled": True, "KMSMasterKeyId": replica["KMSMasterKeyId"]}
        twin.tags = list(table.tags)
        twin.continuous_backups = copy.deepcopy(table.continuous_backups)
        twin.fix_replicas = {table.region_name: {"RegionName": table.region_name, "ReplicaStatus": "ACTIVE"}}
        return twin

    def described(self, base_key="TableDescription"):
        answer = describe(self, base_key)
        if getattr(self, "fix_replicas", None):
            answer[base_key]["Replicas"] = list(self.fix_replicas.values())
            answer[base_key]["GlobalTableVersion"] = "2019.11.21"
        return answer

    DynamoHandler.update_table = update_table
    Table.describe = described


FIXES = [table_class_and_on_demand_throughput, on_demand_throughput_of_indexes, replicas]
