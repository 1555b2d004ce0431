// SPDX-License-Identifier: Apache-2.0

/// The contract for programs, served at `/api/openapi.json`; the tests walk the API by reading only this.
enum OpenAPI {
    static let document = #"""
        {
          "openapi": "3.1.0",
          "info": {
            "title": "MotCua",
            "version": "0.1.0",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            "description": "Procedures, dossiers and tracking of a province. Errors are application/problem+json; send Accept-Language: en for English sentences. Money is whole đồng, instants RFC 3339."
          },
          "servers": [{"url": "/"}],
          "paths": {
            "/api/v1/procedures": {
              "get": {
                "operationId": "searchProcedures",
                "summary": "Search the catalogue, best first; without `q` the whole list",
                "security": [],
                "parameters": [{"name": "q", "in": "query", "description": "Words with or without marks, everyday words, or a code", "schema": {"type": "string", "maxLength": 200}}, {"name": "field", "in": "query", "description": "A field's name or code", "schema": {"type": "string"}}, {"name": "level", "in": "query", "schema": {"$ref": "#/components/schemas/Level"}}, {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}}, {"name": "after", "in": "query", "description": "`next` of the page before", "schema": {"type": "string"}}],
                "responses": {
                  "200": {"description": "One page", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ProcedureList"}}}},
                  "400": {"description": "The query is not valid (`procedures.bad_query`)", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "404": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "429": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                }
              }
            },
            "/api/v1/communes": {
              "get": {
                "operationId": "findCommunes",
                "summary": "Communes of the province by names of today and before 1 July 2025, best first; without `q` those of today by code",
                "security": [],
                "parameters": [{"name": "q", "in": "query", "description": "A name with or without marks, `xã` or `phường`, and the former district: `trung thanh, pho yen`", "schema": {"type": "string", "maxLength": 200}}, {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 8}}],
                "responses": {
                  "200": {"description": "What was found", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/CommuneList"}}}},
                  "400": {"description": "The query is not valid (`communes.bad_query`)", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "429": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                }
              }
            },
            "/api/v1/procedures/{code}": {
              "get": {
                "operationId": "getProcedure",
                "summary": "The whole procedure in force, with what the national catalogue publishes beside it",
                "security": [],
                "parameters": [{"name": "code", "in": "path", "required": true, "description": "National code `1.001193`, local code `1.001193.000.00.00.H55` or short form `1.001193.H55`", "schema": {"type": "string"}}],
                "responses": {
                  "200": {"description": "The procedure", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Procedure"}}}},
                  "404": {"description": "There is no such procedure (`procedures.not_found`)", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "400": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "429": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                }
              }
            },
            "/api/v1/files": {
              "post": {
                "operationId": "keepFile",
                "summary": "Keep a paper in the vault",
                "responses": {
                  "201": {"description": "Kept", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/KeptFile"}}}},
                  "400": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "401": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "403": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "404": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "409": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "413": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "415": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "422": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "429": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "503": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                },
                "description": "PDF, pictures and office documents up to 10 MB, judged by their content. The reference goes into `files` of a filing or command.",
                "parameters": [{"name": "name", "in": "query", "required": true, "schema": {"type": "string", "minLength": 1, "maxLength": 255}}],
                "requestBody": {
                  "required": true,
                  "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
                },
                "security": [{"token": []}]
              }
            },
            "/api/v1/dossiers": {
              "post": {
                "operationId": "fileDossier",
                "summary": "File a dossier",
                "responses": {
                  "201": {"description": "Filed: it is stored durably", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Filed"}}}},
                  "400": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "401": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "403": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "404": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "409": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "413": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "415": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "422": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "429": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "503": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                },
                "parameters": [{"name": "Idempotency-Key", "in": "header", "required": true, "description": "A key of your own for this filing; sending it again gives the same dossier", "schema": {"type": "string", "minLength": 1, "maxLength": 128, "pattern": "^[A-Za-z0-9_.:-]+$"}}],
                "requestBody": {
                  "required": true,
                  "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Filing"}}}
                },
                "security": [{"token": []}]
              }
            },
            "/api/v1/dossiers/{code}": {
              "get": {
                "operationId": "getDossier",
                "summary": "One dossier, as the token may see it",
                "responses": {
                  "200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Dossier"}}}},
                  "400": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "401": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "403": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "404": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "409": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "413": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "415": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "422": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "429": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                },
                "parameters": [{"name": "code", "in": "path", "required": true, "description": "Dossier code or provisional code", "schema": {"type": "string", "maxLength": 64, "minLength": 1}}],
                "security": [{"token": []}]
              }
            },
            "/api/v1/dossiers/{code}/commands": {
              "post": {
                "operationId": "actOnDossier",
                "summary": "Act on a dossier",
                "responses": {
                  "200": {"description": "Done; the dossier as it is now", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Dossier"}}}},
                  "400": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "401": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "403": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "404": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "409": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "413": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "415": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "422": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "429": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "503": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                },
                "description": "409 names the refusal where the law or the state forbids the command.",
                "parameters": [{"name": "code", "in": "path", "required": true, "description": "Dossier code or provisional code", "schema": {"type": "string", "maxLength": 64, "minLength": 1}}],
                "requestBody": {
                  "required": true,
                  "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Command"}}}
                },
                "security": [{"token": []}]
              }
            },
            "/api/v1/dossiers/{code}/events": {
              "get": {
                "operationId": "listEvents",
                "summary": "History of a dossier, oldest first, with hashes",
                "responses": {
                  "200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/EventPage"}}}},
                  "400": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "401": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "403": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "404": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "409": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "413": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "415": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "422": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "429": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                },
                "parameters": [{"name": "code", "in": "path", "required": true, "description": "Dossier code or provisional code", "schema": {"type": "string", "maxLength": 64, "minLength": 1}}],
                "security": [{"token": []}]
              }
            },
            "/api/v1/dossiers/{code}/messages": {
              "get": {
                "operationId": "listMessages",
                "summary": "Messages between applicant and office on a dossier, oldest first; the other side's count as read from then on",
                "responses": {
                  "200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/MessageList"}}}},
                  "400": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "401": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "403": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "404": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "409": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "413": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "415": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "422": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "429": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                },
                "parameters": [{"name": "code", "in": "path", "required": true, "description": "Dossier code or provisional code", "schema": {"type": "string", "maxLength": 64, "minLength": 1}}],
                "security": [{"token": []}]
              },
              "post": {
                "operationId": "writeMessage",
                "summary": "Write a message to the other side; the same words again within five minutes are the same message",
                "responses": {
                  "201": {"description": "Sent", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Message"}}}},
                  "400": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "401": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "403": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "404": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "409": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "413": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "415": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "422": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "429": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                },
                "parameters": [{"name": "code", "in": "path", "required": true, "description": "Dossier code or provisional code", "schema": {"type": "string", "maxLength": 64, "minLength": 1}}],
                "requestBody": {
                  "required": true,
                  "content": {"application/json": {"schema": {"$ref": "#/components/schemas/MessageBody"}}}
                },
                "security": [{"token": []}]
              }
            },
            "/api/v1/work": {
              "get": {
                "operationId": "listWork",
                "summary": "A queue, most endangered first",
                "responses": {
                  "200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/DossierPage"}}}},
                  "400": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "401": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "403": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "404": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "409": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "413": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "415": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "422": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "429": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                },
                "parameters": [{"name": "view", "in": "query", "schema": {"type": "string", "enum": ["mine", "unit", "new", "waiting", "to_return", "due_soon", "overdue", "proposals"], "default": "mine"}}, {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}}, {"name": "after", "in": "query", "description": "`next` of the page before", "schema": {"type": "string"}}],
                "security": [{"token": []}]
              }
            },
            "/api/v1/exports/dossiers": {
              "get": {
                "operationId": "exportDossiers",
                "summary": "All dossiers the token may see as one table, however many",
                "description": "Streamed without a length. A connection that breaks before the end means that rows are missing: ask again. What is filed or changed meanwhile may or may not be in it; no dossier is in it twice. Names of applicants are there only for those who work on dossiers and for auditors. Every export is recorded.",
                "responses": {
                  "200": {"description": "CSV with its mark (RFC 4180), one JSON object a line, or a workbook", "content": {"text/csv": {"schema": {"type": "string"}}, "application/x-ndjson": {"schema": {"type": "string"}}, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {"schema": {"type": "string", "format": "binary"}}}},
                  "422": {"description": "The filter is not right (`exports.bad_filter`)", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "400": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "401": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "403": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "404": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "429": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                },
                "parameters": [{"name": "format", "in": "query", "schema": {"type": "string", "enum": ["csv", "jsonl", "xlsx"], "default": "csv"}}, {"name": "kind", "in": "query", "description": "What the days are about", "schema": {"type": "string", "enum": ["submitted", "accepted", "resolved"], "default": "submitted"}}, {"name": "from", "in": "query", "description": "The first day", "schema": {"type": "string", "format": "date"}}, {"name": "to", "in": "query", "description": "The last day", "schema": {"type": "string", "format": "date"}}, {"name": "unit", "in": "query", "description": "The unit that receives or resolves", "schema": {"type": "string"}}, {"name": "procedure", "in": "query", "schema": {"type": "string", "maxLength": 64}}, {"name": "status", "in": "query", "schema": {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 10}}}, {"name": "names", "in": "query", "description": "`no` leaves the names of applicants out", "schema": {"type": "string", "enum": ["yes", "no"], "default": "yes"}}],
                "security": [{"token": []}]
              }
            },
            "/api/v1/statistics": {
              "get": {
                "operationId": "readStatistics",
                "summary": "How many dossiers were accepted, resolved in time, are in process and overdue; public",
                "description": "Each dossier counts once, at the unit that resolves it. carried_over + accepted = resolved + ended_without_result + in_process, for every line and for the total. Exact at the moment `as_of`. `overdue` is there only for periods that have not ended.",
                "responses": {
                  "200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Statistics"}}}},
                  "400": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "401": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "422": {"description": "The question is not right (`statistics.bad_question`)", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "429": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                },
                "parameters": [{"name": "from", "in": "query", "description": "The first day; the first of this month without it", "schema": {"type": "string", "format": "date"}}, {"name": "to", "in": "query", "description": "The last day; today without it", "schema": {"type": "string", "format": "date"}}, {"name": "by", "in": "query", "description": "By day at most 366 days", "schema": {"type": "string", "enum": ["unit", "procedure", "channel", "day"], "default": "unit"}}, {"name": "unit", "in": "query", "description": "Only what this unit resolves", "schema": {"type": "string"}}],
                "security": []
              }
            },
            "/api/v1/tracking/{code}": {
              "get": {
                "operationId": "trackDossier",
                "summary": "Where a dossier stands, for anybody with its code",
                "responses": {
                  "200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Tracked"}}}},
                  "400": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "401": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "403": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "404": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "409": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "413": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "415": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "422": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "429": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                },
                "parameters": [{"name": "code", "in": "path", "required": true, "description": "Dossier code or provisional code", "schema": {"type": "string", "maxLength": 64, "minLength": 1}}],
                "security": []
              }
            },
            "/health": {
              "get": {
                "operationId": "health",
                "summary": "The process answers",
                "responses": {
                  "200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Health"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                },
                "security": []
              }
            },
            "/health/ready": {
              "get": {
                "operationId": "ready",
                "summary": "The database answers",
                "responses": {
                  "200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Health"}}}},
                  "405": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                  "503": {"description": "What went wrong, as a problem document", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                },
                "security": []
              }
            }
          },
          "components": {
            "schemas": {
              "Figures": {"type": "object", "required": ["carried_over", "waiting_for_acceptance", "filed", "accepted", "resolved", "resolved_early", "resolved_on_time", "resolved_late", "ended_without_result", "not_accepted", "returned", "supplement_requested", "in_process"], "properties": {"key": {"type": "string"}, "name": {"type": "string"}, "carried_over": {"type": "integer"}, "waiting_for_acceptance": {"type": "integer"}, "filed": {"type": "integer"}, "accepted": {"type": "integer"}, "resolved": {"type": "integer"}, "resolved_early": {"type": "integer"}, "resolved_on_time": {"type": "integer"}, "resolved_late": {"type": "integer"}, "ended_without_result": {"type": "integer"}, "not_accepted": {"type": "integer"}, "returned": {"type": "integer"}, "supplement_requested": {"type": "integer"}, "in_process": {"type": "integer"}, "overdue": {"type": "integer"}, "on_time_share": {"type": "number", "minimum": 0, "maximum": 1}}},
              "Statistics": {
                "type": "object", "required": ["from", "to", "by", "as_of", "items", "total"],
                "properties": {"from": {"type": "string", "format": "date"}, "to": {"type": "string", "format": "date"}, "by": {"type": "string"}, "unit": {"type": "string"}, "as_of": {"type": "string", "format": "date-time"}, "items": {"type": "array", "items": {"$ref": "#/components/schemas/Figures"}}, "total": {"$ref": "#/components/schemas/Figures"}}
              },
              "Problem": {
                "type": "object",
                "properties": {
                  "type": {"type": "string"},
                  "title": {"type": "string"},
                  "status": {"type": "integer"},
                  "detail": {"oneOf": [{"type": "string"}, {"type": "null"}]},
                  "code": {"type": "string"},
                  "request_id": {"oneOf": [{"type": "string"}, {"type": "null"}]},
                  "errors": {"type": "array", "items": {"type": "object", "properties": {"field": {"type": "string"}, "message": {"type": "string"}}, "required": ["field", "message"]}}
                },
                "required": ["type", "title", "status", "code"]
              },
              "Status": {
                "type": "object",
                "properties": {
                  "number": {"type": "integer", "minimum": 1, "maximum": 10},
                  "code": {"type": "string", "enum": ["submitted", "accepted", "rejectedAtIntake", "processing", "supplementRequested", "paymentRequired", "withdrawn", "stopped", "resolved", "resultReturned"]},
                  "name": {"type": "string"}
                },
                "required": ["number", "code", "name"]
              },
              "Answers": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Answer"}},
              "Answer": {
                "description": "A text, a list of texts, or the rows of a repeated section. Numbers and booleans are read as text.",
                "oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}, {"type": "array", "items": {"type": "object", "additionalProperties": true}}]
              },
              "FileIn": {
                "type": "object",
                "description": "A file by the reference POST /files gave, or small content in base64.",
                "properties": {
                  "component": {"type": "string", "description": "Code of the component (paper) it is for"},
                  "name": {"type": "string", "maxLength": 255},
                  "reference": {"type": "string"},
                  "content": {"type": "string", "contentEncoding": "base64"}
                }
              },
              "KeptFile": {
                "type": "object",
                "properties": {
                  "reference": {"type": "string"},
                  "sha256": {"type": "string"},
                  "size": {"type": "integer"},
                  "media_type": {"type": "string"}
                },
                "required": ["reference", "sha256", "size", "media_type"]
              },
              "File": {
                "type": "object",
                "properties": {
                  "component": {"type": "string"},
                  "name": {"type": "string"},
                  "sha256": {"type": "string"},
                  "size": {"type": "integer"},
                  "media_type": {"type": "string"}
                },
                "required": ["component", "name", "sha256", "size", "media_type"]
              },
              "Applicant": {
                "type": "object",
                "properties": {
                  "name": {"type": "string", "maxLength": 500},
                  "personal_id": {"type": "string", "maxLength": 500},
                  "phone": {"type": "string", "maxLength": 500},
                  "email": {"type": "string", "maxLength": 500},
                  "address": {"type": "string", "maxLength": 500}
                }
              },
              "Filing": {
                "type": "object",
                "properties": {
                  "procedure": {"type": "string", "description": "National code, 1.001193"},
                  "case": {"type": "string", "description": "Code of the case; the first one when absent"},
                  "unit": {"type": "string", "description": "Agency code of the desk that receives it"},
                  "resolving_unit": {"type": "string", "description": "The competent commune, when filing away from it"},
                  "returning_unit": {"type": "string", "description": "The desk that hands out the result, when it is not the one that receives the dossier"},
                  "channel": {"type": "string", "enum": ["online", "in_person", "postal"], "description": "Only for officers; citizens file online"},
                  "applicant": {"$ref": "#/components/schemas/Applicant"},
                  "answers": {"$ref": "#/components/schemas/Answers"},
                  "files": {"type": "array", "items": {"$ref": "#/components/schemas/FileIn"}, "maxItems": 50},
                  "delivery": {"type": "string", "enum": ["desk", "post", "online"]}
                },
                "required": ["procedure", "unit", "applicant", "answers", "delivery"]
              },
              "Manifest": {
                "type": "object",
                "properties": {
                  "procedure": {"type": "string"},
                  "version": {"type": "integer"},
                  "case": {"type": "string"},
                  "answers": {"$ref": "#/components/schemas/Answers"},
                  "files": {"type": "array", "items": {"$ref": "#/components/schemas/File"}},
                  "sha256": {"type": "string", "description": "Hash of the filing event, the head of the dossier's history"}
                },
                "required": ["procedure", "version", "case", "answers", "files", "sha256"]
              },
              "Filed": {
                "type": "object",
                "properties": {
                  "id": {"type": "string", "format": "uuid"},
                  "provisional_code": {"type": "string"},
                  "state": {"$ref": "#/components/schemas/Status"},
                  "filed_at": {"type": "string", "format": "date-time"},
                  "manifest": {"$ref": "#/components/schemas/Manifest"}
                },
                "required": ["id", "provisional_code", "state", "filed_at", "manifest"]
              },
              "Due": {
                "type": "object",
                "properties": {
                  "start": {"type": "string", "format": "date-time"},
                  "due": {"type": "string", "format": "date-time"},
                  "explanation": {"type": "array", "items": {"type": "string"}}
                },
                "required": ["start", "due", "explanation"]
              },
              "Step": {
                "type": "object",
                "properties": {
                  "index": {"type": "integer"},
                  "unit": {"type": "string"},
                  "due": {"type": "string", "format": "date-time"},
                  "assignee": {"type": "string"}
                },
                "required": ["index", "unit"]
              },
              "Dossier": {
                "type": "object",
                "properties": {
                  "id": {"type": "string", "format": "uuid"},
                  "code": {"type": "string"},
                  "provisional_code": {"type": "string"},
                  "procedure": {"type": "string"},
                  "version": {"type": "integer"},
                  "case": {"type": "string"},
                  "procedure_name": {"type": "string"},
                  "state": {"$ref": "#/components/schemas/Status"},
                  "is_final": {"type": "boolean"},
                  "sequence": {"type": "integer", "description": "Number of events; send it as `seen` to act only on what you saw"},
                  "receiving_unit": {"type": "string"},
                  "resolving_unit": {"type": "string"},
                  "returning_unit": {"type": "string", "description": "The desk that hands out the result"},
                  "delivery": {"type": "string"},
                  "applicant": {"$ref": "#/components/schemas/Applicant"},
                  "answers": {"$ref": "#/components/schemas/Answers"},
                  "files": {"type": "array", "items": {"$ref": "#/components/schemas/File"}},
                  "submitted_at": {"type": "string", "format": "date-time"},
                  "accepted_at": {"type": "string", "format": "date-time"},
                  "due": {"$ref": "#/components/schemas/Due"},
                  "step": {"$ref": "#/components/schemas/Step"},
                  "document_number": {"type": "string"},
                  "result": {"$ref": "#/components/schemas/File"},
                  "timeliness": {"type": "string"},
                  "rating": {"type": "integer"}
                },
                "required": ["id", "provisional_code", "procedure", "version", "case", "procedure_name", "state", "is_final", "sequence", "receiving_unit", "resolving_unit", "returning_unit", "delivery", "applicant", "answers", "files", "submitted_at"]
              },
              "Command": {
                "type": "object",
                "properties": {
                  "type": {"type": "string", "enum": ["accept", "reject", "request_supplement", "supplement", "assign", "advance", "consult", "answer_consultation", "hand_off", "pay_request", "confirm_payment", "stop", "resume", "extend", "approve", "send_back", "refuse", "sign", "number", "return_result", "withdraw", "rate"]},
                  "seen": {"type": "integer", "description": "`sequence` of the dossier as last read; refused as changed_meanwhile when it has moved on", "minimum": 0},
                  "note": {"type": "string", "description": "accept, advance, hand_off, approve, sign, supplement"},
                  "forward": {"type": "boolean", "description": "accept: send on to the next step at once"},
                  "reason": {"type": "string", "description": "reject, request_supplement, stop, resume, extend, send_back, refuse, withdraw"},
                  "legal_ground": {"type": "string", "description": "reject, refuse"},
                  "items": {"type": "array", "items": {"type": "string"}, "description": "request_supplement: every missing paper or point"},
                  "override": {"type": "string", "description": "request_supplement: the head's reason for asking again"},
                  "answers": {"$ref": "#/components/schemas/Answers"},
                  "files": {"type": "array", "items": {"$ref": "#/components/schemas/FileIn"}, "maxItems": 50},
                  "account": {"type": "string", "description": "assign: username of the colleague"},
                  "unit": {"type": "string", "description": "consult: agency code"},
                  "question": {"type": "string"},
                  "deadline": {"type": "string", "description": "consult: local time 2026-11-26T09:00 or RFC 3339"},
                  "consultation": {"type": "integer", "description": "answer_consultation: its number"},
                  "answer": {"type": "string"},
                  "amount": {"type": "integer", "description": "pay_request, confirm_payment: whole đồng"},
                  "purpose": {"type": "string"},
                  "reference": {"type": "string", "description": "confirm_payment: receipt or bank reference"},
                  "due": {"type": "string", "description": "extend: the new date, local time or RFC 3339"},
                  "document_number": {"type": "string", "description": "number"},
                  "result": {"$ref": "#/components/schemas/FileIn"},
                  "delivery": {"type": "string", "enum": ["desk", "post", "online"]},
                  "received_by": {"type": "string", "description": "return_result: who received it"},
                  "score": {"type": "integer", "description": "rate: 1 to 5"},
                  "comment": {"type": "string"}
                },
                "required": ["type"]
              },
              "Event": {
                "type": "object",
                "properties": {
                  "sequence": {"type": "integer"},
                  "name": {"type": "string"},
                  "at": {"type": "string", "format": "date-time"},
                  "actor": {"type": "string"},
                  "content": {"type": "string", "description": "The event's exact JSON text, as the hash covers it"},
                  "previous_hash": {"type": "string"},
                  "hash": {"type": "string"}
                },
                "required": ["sequence", "name", "at", "actor", "content", "previous_hash", "hash"]
              },
              "Message": {
                "type": "object",
                "required": ["id", "author", "from_office", "text", "at"],
                "properties": {
                  "id": {"type": "string", "format": "uuid"},
                  "author": {"type": "string"},
                  "from_office": {"type": "boolean", "description": "Whether the office wrote it, or the applicant"},
                  "text": {"type": "string", "description": "Plain text"},
                  "at": {"type": "string", "format": "date-time"},
                  "read_at": {"type": "string", "format": "date-time", "description": "When the other side first had it before them"}
                }
              },
              "MessageBody": {
                "type": "object",
                "required": ["text"],
                "properties": {"text": {"type": "string", "minLength": 1, "maxLength": 4000, "pattern": "\\S"}}
              },
              "MessageList": {
                "type": "object",
                "required": ["items"],
                "properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/Message"}}}
              },
              "EventPage": {
                "type": "object",
                "properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/Event"}}},
                "required": ["items"]
              },
              "DossierSummary": {
                "type": "object",
                "properties": {
                  "code": {"type": "string"},
                  "procedure": {"type": "string"},
                  "procedure_name": {"type": "string"},
                  "applicant_name": {"type": "string"},
                  "state": {"$ref": "#/components/schemas/Status"},
                  "unit": {"type": "string"},
                  "assignee": {"type": "string"},
                  "submitted_at": {"type": "string", "format": "date-time"},
                  "due": {"type": "string", "format": "date-time"},
                  "danger": {"type": "string", "format": "date-time"}
                },
                "required": ["code", "procedure", "procedure_name", "applicant_name", "state", "unit", "submitted_at", "danger"]
              },
              "DossierPage": {
                "type": "object",
                "properties": {
                  "items": {"type": "array", "items": {"$ref": "#/components/schemas/DossierSummary"}},
                  "next": {"type": "string"}
                },
                "required": ["items"]
              },
              "Tracked": {
                "type": "object",
                "properties": {
                  "code": {"type": "string"},
                  "state": {"$ref": "#/components/schemas/Status"},
                  "submitted_at": {"type": "string", "format": "date-time"},
                  "accepted_at": {"type": "string", "format": "date-time"},
                  "due": {"type": "string", "format": "date-time"},
                  "resolved_at": {"type": "string", "format": "date-time"},
                  "completion": {"type": "integer", "minimum": 0, "maximum": 100}
                },
                "required": ["code", "state", "submitted_at", "completion"]
              },
              "Health": {
                "type": "object",
                "properties": {"status": {"type": "string", "enum": ["ok"]}},
                "required": ["status"]
              },
              "Level": {"type": "string", "enum": ["ministry", "province", "district", "commune", "otherAgency"]},
              "OnlineLevel": {"type": ["string", "null"], "enum": ["full", "partial", "info", null]},
              "CommuneList": {
                "type": "object",
                "required": ["items"],
                "properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/CommuneItem"}}}
              },
              "CommuneItem": {
                "type": "object",
                "required": ["code", "name", "label"],
                "properties": {
                  "code": {"type": "string", "description": "Statistical code: what an address's `<id>_commune` answers. A place outside the province answers `elsewhere:` with commune and province, `elsewhere:Phường Ba Đình, Thành phố Hà Nội`", "examples": ["05443"]},
                  "name": {"type": "string", "description": "The name of today"},
                  "former": {"type": "string", "description": "The former name that was found, where it was one"},
                  "former_district": {"type": "string"},
                  "label": {"type": "string", "description": "Name of today, or the former one and what it is today, in the language asked for"}
                }
              },
              "ProcedureList": {
                "type": "object",
                "required": ["items", "total", "next"],
                "properties": {
                  "items": {"type": "array", "items": {"$ref": "#/components/schemas/ProcedureItem"}},
                  "total": {"type": "integer"},
                  "next": {"type": ["string", "null"], "description": "Send it as `after` for the next page"}
                }
              },
              "ProcedureItem": {
                "type": "object",
                "required": ["code", "name", "field", "field_code", "levels", "online_level", "can_be_filed", "score"],
                "properties": {
                  "code": {"type": "string"},
                  "name": {"type": "string"},
                  "field": {"type": "string"},
                  "field_code": {"type": ["string", "null"]},
                  "levels": {"type": "array", "items": {"$ref": "#/components/schemas/Level"}},
                  "online_level": {"$ref": "#/components/schemas/OnlineLevel"},
                  "can_be_filed": {"type": "boolean"},
                  "score": {"type": "number", "description": "Higher is better; 1000 is the very code, 0 where nothing was searched"}
                }
              },
              "Limit": {
                "type": "object",
                "required": ["amount", "unit"],
                "properties": {
                  "amount": {"type": "number"},
                  "unit": {"type": "string", "enum": ["workingDay", "workingHour", "calendarDay", "month", "unspecified"]}
                }
              },
              "Coded": {
                "type": "object",
                "required": ["name"],
                "properties": {"code": {"type": "string"}, "name": {"type": "string"}}
              },
              "Procedure": {
                "type": "object",
                "required": ["code", "name", "field", "levels", "can_be_filed"],
                "properties": {
                  "code": {"type": "string"},
                  "name": {"type": "string"},
                  "field": {"type": "string"},
                  "field_code": {"type": "string"},
                  "levels": {"type": "array", "items": {"$ref": "#/components/schemas/Level"}},
                  "online_level": {"$ref": "#/components/schemas/OnlineLevel"},
                  "can_be_filed": {"type": "boolean"},
                  "announced_by": {"type": "string"},
                  "definition": {"$ref": "#/components/schemas/ProcedureDefinition"},
                  "national": {"$ref": "#/components/schemas/NationalProcedure"}
                }
              },
              "ProcedureDefinition": {
                "type": "object",
                "description": "What is filed and resolved in this province",
                "properties": {
                  "version": {"type": "integer"},
                  "effective_from": {"type": "string", "format": "date"},
                  "effective_to": {"type": "string", "format": "date"},
                  "summary": {"type": "string"},
                  "subjects": {"type": "array", "items": {"type": "string"}},
                  "resolved_by": {"type": "string", "description": "`commune` or an agency code"},
                  "decision": {"type": "string"},
                  "number_of_sets": {"type": "integer"},
                  "receives_outside_territory": {"type": "boolean"},
                  "resolved_on_the_spot": {"type": "boolean"},
                  "steps": {"type": "array", "items": {"type": "string"}},
                  "channels": {"type": "array", "items": {"type": "object", "required": ["channel"], "properties": {"channel": {"type": "string", "enum": ["inPerson", "online", "postal"]}, "limit": {"$ref": "#/components/schemas/Limit"}, "fee": {"type": "string"}, "note": {"type": "string"}}}},
                  "cases": {"type": "array", "items": {"$ref": "#/components/schemas/ProcedureCase"}},
                  "results": {"type": "array", "items": {"$ref": "#/components/schemas/Coded"}},
                  "conditions": {"type": "string"},
                  "legal_bases": {"type": "array", "items": {"$ref": "#/components/schemas/Coded"}}
                }
              },
              "ProcedureCase": {
                "type": "object",
                "required": ["code", "name", "limit", "components", "fees", "form"],
                "properties": {
                  "code": {"type": "string"},
                  "name": {"type": "string"},
                  "limit": {"$ref": "#/components/schemas/Limit"},
                  "same_day_cutoff": {"type": "string", "examples": ["15:00"]},
                  "components": {"type": "array", "items": {"type": "object", "required": ["code", "name", "originals", "copies", "required", "present_only", "is_form"], "properties": {"code": {"type": "string"}, "name": {"type": "string"}, "note": {"type": "string"}, "originals": {"type": "integer"}, "copies": {"type": "integer"}, "required": {"type": "boolean"}, "present_only": {"type": "boolean"}, "is_form": {"type": "boolean"}, "replaced_by_result": {"type": "string"}, "visible_when": {"$ref": "#/components/schemas/Condition"}}}},
                  "fees": {"type": "array", "items": {"type": "object", "required": ["code", "name", "kind", "unit"], "properties": {"code": {"type": "string"}, "name": {"type": "string"}, "kind": {"type": "string", "enum": ["serviceFee", "stateCharge"]}, "amount": {"type": "integer", "description": "Whole đồng; absent where the Provincial People's Council sets it or tiers say it"}, "unit": {"type": "string", "enum": ["dossier", "copy", "page"]}, "tiers": {"type": "array", "items": {"type": "object", "required": ["amount"], "properties": {"through": {"type": "integer"}, "amount": {"type": "integer"}}}}, "maximum_per_copy": {"type": "integer"}, "online_amount": {"type": "integer"}, "online_discount_percent": {"type": "integer"}, "note": {"type": "string"}}}},
                  "form": {"type": "object", "required": ["id", "version", "sections"], "properties": {"id": {"type": "string"}, "version": {"type": "integer"}, "sections": {"type": "array", "items": {"type": "object", "required": ["id", "title", "questions"], "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "repeats": {"type": "object", "properties": {"minimum": {"type": "integer"}, "maximum": {"type": "integer"}}}, "visible_when": {"$ref": "#/components/schemas/Condition"}, "questions": {"type": "array", "items": {"type": "object", "required": ["id", "kind", "label", "required", "maximum_length"], "properties": {"id": {"type": "string"}, "kind": {"type": "string", "enum": ["shortText", "longText", "number", "money", "date", "partialDate", "choice", "multipleChoice", "yesNo", "personalID", "phone", "email", "taxCode", "address"]}, "label": {"type": "string"}, "hint": {"type": "string"}, "required": {"type": "boolean"}, "maximum_length": {"type": "integer"}, "choices": {"type": "array", "items": {"type": "object", "required": ["value", "label"], "properties": {"value": {"type": "string"}, "label": {"type": "string"}}}}, "visible_when": {"$ref": "#/components/schemas/Condition"}}}}}}}}}
                }
              },
              "Condition": {
                "type": "object",
                "description": "One of `{question, equals}`, `{question, isOneOf}`, `{question, isAnswered: true}`, `{not}`, `{all}`, `{any}`"
              },
              "NationalProcedure": {
                "type": "object",
                "description": "What the national catalogue publishes, in Vietnamese, for information",
                "required": ["name", "agency", "announced_by", "subjects", "level_inferred", "channels", "cases", "component_groups", "steps", "results", "legal_bases"],
                "properties": {
                  "name": {"type": "string"},
                  "agency": {"type": "string"},
                  "announced_by": {"type": "string"},
                  "type": {"type": "string", "enum": ["standard", "specific", "internal"]},
                  "subjects": {"type": "array", "items": {"type": "string"}},
                  "level_inferred": {"type": "boolean"},
                  "source": {"type": "string", "format": "uri"},
                  "channels": {"type": "array", "items": {"type": "object", "required": ["fees"], "properties": {"channel": {"type": "string", "enum": ["inPerson", "online", "postal"]}, "limit": {"$ref": "#/components/schemas/Limit"}, "limit_text": {"type": "string"}, "note": {"type": "string"}, "fees": {"type": "array", "items": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string", "enum": ["serviceFee", "stateCharge", "price", "unknown"]}, "amount": {"type": "integer"}, "note": {"type": "string"}}}}}}},
                  "cases": {"type": "array", "items": {"type": "object", "required": ["code", "name"], "properties": {"code": {"type": "string"}, "name": {"type": "string"}, "limit": {"$ref": "#/components/schemas/Limit"}}}},
                  "component_groups": {"type": "array", "items": {"type": "object", "required": ["title", "components"], "properties": {"title": {"type": "string"}, "components": {"type": "array", "items": {"type": "object", "required": ["code", "name", "originals", "copies"], "properties": {"code": {"type": "string"}, "name": {"type": "string"}, "originals": {"type": "integer"}, "copies": {"type": "integer"}}}}}}},
                  "steps": {"type": "array", "items": {"type": "object", "required": ["name", "text"], "properties": {"name": {"type": "string"}, "text": {"type": "string"}}}},
                  "results": {"type": "array", "items": {"$ref": "#/components/schemas/Coded"}},
                  "conditions": {"type": "string"},
                  "legal_bases": {"type": "array", "items": {"$ref": "#/components/schemas/Coded"}}
                }
              }
            },
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "motcua token create --user NAME"}}
          }
        }
        """#
}
