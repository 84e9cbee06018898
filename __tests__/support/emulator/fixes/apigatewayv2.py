"""API Gateway v2: a domain name must become AVAILABLE before the provider goes on."""

from moto.apigatewayv2.models import DomainName

STATUS = {
    "domainNameStatus": "AVAILABLE",
    "apiGatewayDomainName": "d-emulated.execute-api.us-east-1.amazonaws.com",
    "hostedZoneId": "Z1UJRXOUMOOFQ8",
}


def domain_names_become_available() -> None:
    original = DomainName.to_json

    def to_json(self):
        answer = original(self)
        answer["domainNameConfigurations"] = [{**STATUS, **it} for it in answer["domainNameConfigurations"] or []]
        if not any((answer["mutualTlsAuthentication"] or {}).values()):
            del answer["mutualTlsAuthentication"]
        return answer

    DomainName.to_json = to_json


FIXES = [domain_names_become_available]
