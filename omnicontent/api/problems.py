"""Errors as RFC 9457 problem documents, all of them, whoever raised them.

Status and title are the protocol's (``type`` stays ``about:blank``, RFC 9457 section 4.2.1);
``detail`` says what to do.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from omnicontent.releases.errors import AlteredVariantError

PROBLEM_JSON = "application/problem+json"
CHALLENGE = 'Bearer realm="omnicontent"'

ADVICE = {
    400: "The request could not be read. Send plain HTTP as the API's reference describes.",
    401: "Send a token that works: Authorization: Bearer oc_... Administrators make them.",
    404: "There is nothing here that this token may read.",
    405: "This address can only be read: use GET or HEAD.",
    410: "This release was recalled: take what you published of it down.",
    412: "The condition in the request's headers does not hold.",
    422: "Some of the request's values are not valid: see errors.",
    500: "The service failed. Try again later; the cause is in its log.",
}


ALTERED = (
    "What the service stores here is not what was built, so it is not handed out. Keep what you "
    "have: the campaign has to be published again, and the service's log names the variant."
)


class FieldError(Schema):
    """One value of the request that is not valid."""

    location: list[str]
    message: str


class Problem(Schema):
    """An RFC 9457 problem document."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[FieldError] | None = None


def problem_response(
    status: int,
    *,
    detail: str = "",
    errors: list[FieldError] | None = None,
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Return a problem document, with the challenge that a 401 must carry (RFC 9110 11.6.1)."""
    problem = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail or ADVICE.get(status, HTTPStatus(status).description),
        errors=errors,
    )
    response = JsonResponse(problem.model_dump(exclude_none=True), status=status, headers=headers)
    response["Content-Type"] = PROBLEM_JSON
    if status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = CHALLENGE
    return response


def as_problem(response: HttpResponse) -> HttpResponse:
    """Return an error response of Django or of a middleware as a problem document."""
    if response.status_code < HTTPStatus.BAD_REQUEST:
        return response
    if response.headers.get("Content-Type") == PROBLEM_JSON:
        return response
    kept = {name: response[name] for name in ("Allow", "Retry-After") if name in response}
    return problem_response(response.status_code, headers=kept)


def register_problems(api: NinjaAPI) -> None:
    """Answer what the routes raise with problem documents; the middleware does the rest."""

    @api.exception_handler(AuthenticationError)
    def unauthenticated(request: HttpRequest, error: Exception) -> HttpResponse:
        return problem_response(401)

    @api.exception_handler(Http404)
    def not_found(request: HttpRequest, error: Exception) -> HttpResponse:
        return problem_response(404, detail=str(error))

    @api.exception_handler(HttpError)
    def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem_response(error.status_code, detail=error.message)

    @api.exception_handler(AlteredVariantError)
    def altered(request: HttpRequest, error: Exception) -> HttpResponse:
        return problem_response(500, detail=ALTERED)

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return problem_response(422, errors=[_field_error(item) for item in error.errors])


def _field_error(item: Mapping[str, Any]) -> FieldError:
    location = [str(step) for step in item.get("loc", ())]
    return FieldError(location=location, message=str(item.get("msg", "")))
