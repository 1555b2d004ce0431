// SPDX-License-Identifier: Apache-2.0

/// The contract for programs, served at `/api/openapi.json`; the tests walk the API by reading only this.
enum OpenAPI {
    static let document = #"""
        {
          "openapi": "3.1.0",
          "info": {
            "title": "MotCua",
            "version": "0.1.0",
            "license": {
              "name": "Apache-2.0",
              "identifier": "Apache-2.0"
            },
            "description": "Procedures, dossiers and tracking of a province. Errors are application/problem+json; send Accept-Language: en for English sentences. Money is whole đồng, instants RFC 3339."
          },
          "servers": [
            {
              "url": "/"
            }
          ],
          "paths": {
            "/api/v1/procedures": {
              "get": {
                "operationId": "searchProcedures",
                "summary": "Search procedures, best first",
                "responses": {
                  "200": {
                    "description": "OK",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/ProcedurePage"
                        }
                      }
                    }
                  },
                  "400": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "401": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "403": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "404": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "409": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "413": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "415": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "422": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "429": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  }
                },
                "parameters": [
                  {
                    "name": "q",
                    "in": "query",
                    "schema": {
                      "type": "string",
                      "maxLength": 200
                    }
                  },
                  {
                    "name": "field",
                    "in": "query",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "level",
                    "in": "query",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "limit",
                    "in": "query",
                    "schema": {
                      "type": "integer",
                      "minimum": 1,
                      "maximum": 100,
                      "default": 20
                    }
                  },
                  {
                    "name": "after",
                    "in": "query",
                    "description": "`next` of the page before",
                    "schema": {
                      "type": "string"
                    }
                  }
                ],
                "security": []
              }
            },
            "/api/v1/procedures/{code}": {
              "get": {
                "operationId": "getProcedure",
                "summary": "One procedure in force",
                "responses": {
                  "200": {
                    "description": "OK",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Procedure"
                        }
                      }
                    }
                  },
                  "400": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "401": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "403": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "404": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "409": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "413": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "415": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "422": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "429": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  }
                },
                "parameters": [
                  {
                    "name": "code",
                    "in": "path",
                    "required": true,
                    "description": "National code 1.001193 or local code 1.001193.000.00.00.H55",
                    "schema": {
                      "type": "string",
                      "maxLength": 64,
                      "minLength": 1
                    }
                  }
                ],
                "security": []
              }
            },
            "/api/v1/files": {
              "post": {
                "operationId": "keepFile",
                "summary": "Keep a paper in the vault",
                "responses": {
                  "201": {
                    "description": "Kept",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/KeptFile"
                        }
                      }
                    }
                  },
                  "400": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "401": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "403": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "404": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "409": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "413": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "415": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "422": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "429": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  }
                },
                "description": "PDF, pictures and office documents up to 10 MB, judged by their content. The reference goes into `files` of a filing or command.",
                "parameters": [
                  {
                    "name": "name",
                    "in": "query",
                    "required": true,
                    "schema": {
                      "type": "string",
                      "minLength": 1,
                      "maxLength": 255
                    }
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/octet-stream": {
                      "schema": {
                        "type": "string",
                        "format": "binary"
                      }
                    }
                  }
                },
                "security": [
                  {
                    "token": []
                  }
                ]
              }
            },
            "/api/v1/dossiers": {
              "post": {
                "operationId": "fileDossier",
                "summary": "File a dossier",
                "responses": {
                  "201": {
                    "description": "Filed: it is stored durably",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Filed"
                        }
                      }
                    }
                  },
                  "400": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "401": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "403": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "404": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "409": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "413": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "415": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "422": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "429": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  }
                },
                "parameters": [
                  {
                    "name": "Idempotency-Key",
                    "in": "header",
                    "required": true,
                    "description": "A key of your own for this filing; sending it again gives the same dossier",
                    "schema": {
                      "type": "string",
                      "minLength": 1,
                      "maxLength": 128,
                      "pattern": "^[A-Za-z0-9_.:-]+$"
                    }
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/Filing"
                      }
                    }
                  }
                },
                "security": [
                  {
                    "token": []
                  }
                ]
              }
            },
            "/api/v1/dossiers/{code}": {
              "get": {
                "operationId": "getDossier",
                "summary": "One dossier, as the token may see it",
                "responses": {
                  "200": {
                    "description": "OK",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Dossier"
                        }
                      }
                    }
                  },
                  "400": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "401": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "403": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "404": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "409": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "413": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "415": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "422": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "429": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  }
                },
                "parameters": [
                  {
                    "name": "code",
                    "in": "path",
                    "required": true,
                    "description": "Dossier code or provisional code",
                    "schema": {
                      "type": "string",
                      "maxLength": 64,
                      "minLength": 1
                    }
                  }
                ],
                "security": [
                  {
                    "token": []
                  }
                ]
              }
            },
            "/api/v1/dossiers/{code}/commands": {
              "post": {
                "operationId": "actOnDossier",
                "summary": "Act on a dossier",
                "responses": {
                  "200": {
                    "description": "Done; the dossier as it is now",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Dossier"
                        }
                      }
                    }
                  },
                  "400": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "401": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "403": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "404": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "409": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "413": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "415": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "422": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "429": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  }
                },
                "description": "409 names the refusal where the law or the state forbids the command.",
                "parameters": [
                  {
                    "name": "code",
                    "in": "path",
                    "required": true,
                    "description": "Dossier code or provisional code",
                    "schema": {
                      "type": "string",
                      "maxLength": 64,
                      "minLength": 1
                    }
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/Command"
                      }
                    }
                  }
                },
                "security": [
                  {
                    "token": []
                  }
                ]
              }
            },
            "/api/v1/dossiers/{code}/events": {
              "get": {
                "operationId": "listEvents",
                "summary": "History of a dossier, oldest first, with hashes",
                "responses": {
                  "200": {
                    "description": "OK",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/EventPage"
                        }
                      }
                    }
                  },
                  "400": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "401": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "403": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "404": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "409": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "413": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "415": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "422": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "429": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  }
                },
                "parameters": [
                  {
                    "name": "code",
                    "in": "path",
                    "required": true,
                    "description": "Dossier code or provisional code",
                    "schema": {
                      "type": "string",
                      "maxLength": 64,
                      "minLength": 1
                    }
                  }
                ],
                "security": [
                  {
                    "token": []
                  }
                ]
              }
            },
            "/api/v1/work": {
              "get": {
                "operationId": "listWork",
                "summary": "A queue, most endangered first",
                "responses": {
                  "200": {
                    "description": "OK",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/DossierPage"
                        }
                      }
                    }
                  },
                  "400": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "401": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "403": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "404": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "409": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "413": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "415": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "422": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "429": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  }
                },
                "parameters": [
                  {
                    "name": "view",
                    "in": "query",
                    "schema": {
                      "type": "string",
                      "enum": [
                        "mine",
                        "unit",
                        "new",
                        "waiting",
                        "to_return",
                        "due_soon",
                        "overdue"
                      ],
                      "default": "mine"
                    }
                  },
                  {
                    "name": "limit",
                    "in": "query",
                    "schema": {
                      "type": "integer",
                      "minimum": 1,
                      "maximum": 100,
                      "default": 20
                    }
                  },
                  {
                    "name": "after",
                    "in": "query",
                    "description": "`next` of the page before",
                    "schema": {
                      "type": "string"
                    }
                  }
                ],
                "security": [
                  {
                    "token": []
                  }
                ]
              }
            },
            "/api/v1/tracking/{code}": {
              "get": {
                "operationId": "trackDossier",
                "summary": "Where a dossier stands, for anybody with its code",
                "responses": {
                  "200": {
                    "description": "OK",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Tracked"
                        }
                      }
                    }
                  },
                  "400": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "401": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "403": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "404": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "409": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "413": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "415": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "422": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "429": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  }
                },
                "parameters": [
                  {
                    "name": "code",
                    "in": "path",
                    "required": true,
                    "description": "Dossier code or provisional code",
                    "schema": {
                      "type": "string",
                      "maxLength": 64,
                      "minLength": 1
                    }
                  }
                ],
                "security": []
              }
            },
            "/health": {
              "get": {
                "operationId": "health",
                "summary": "The process answers",
                "responses": {
                  "200": {
                    "description": "OK",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Health"
                        }
                      }
                    }
                  }
                },
                "security": []
              }
            },
            "/health/ready": {
              "get": {
                "operationId": "ready",
                "summary": "The database answers",
                "responses": {
                  "200": {
                    "description": "OK",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Health"
                        }
                      }
                    }
                  },
                  "503": {
                    "description": "What went wrong, as a problem document",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  }
                },
                "security": []
              }
            }
          },
          "components": {
            "schemas": {
              "Problem": {
                "type": "object",
                "properties": {
                  "type": {
                    "type": "string"
                  },
                  "title": {
                    "type": "string"
                  },
                  "status": {
                    "type": "integer"
                  },
                  "detail": {
                    "oneOf": [
                      {
                        "type": "string"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "code": {
                    "type": "string"
                  },
                  "request_id": {
                    "oneOf": [
                      {
                        "type": "string"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "errors": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "field": {
                          "type": "string"
                        },
                        "message": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "field",
                        "message"
                      ]
                    }
                  }
                },
                "required": [
                  "type",
                  "title",
                  "status",
                  "code"
                ]
              },
              "Status": {
                "type": "object",
                "properties": {
                  "number": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 10
                  },
                  "code": {
                    "type": "string",
                    "enum": [
                      "submitted",
                      "accepted",
                      "rejectedAtIntake",
                      "processing",
                      "supplementRequested",
                      "paymentRequired",
                      "withdrawn",
                      "stopped",
                      "resolved",
                      "resultReturned"
                    ]
                  },
                  "name": {
                    "type": "string"
                  }
                },
                "required": [
                  "number",
                  "code",
                  "name"
                ]
              },
              "ProcedureSummary": {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string"
                  },
                  "name": {
                    "type": "string"
                  },
                  "field": {
                    "type": "string"
                  },
                  "levels": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  },
                  "online_level": {
                    "type": "string"
                  },
                  "score": {
                    "type": "number"
                  }
                },
                "required": [
                  "code",
                  "name",
                  "field",
                  "levels",
                  "online_level",
                  "score"
                ]
              },
              "ProcedurePage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/ProcedureSummary"
                    }
                  },
                  "next": {
                    "oneOf": [
                      {
                        "type": "string"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  }
                },
                "required": [
                  "items"
                ]
              },
              "Procedure": {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string"
                  },
                  "name": {
                    "type": "string"
                  }
                },
                "required": [
                  "code",
                  "name"
                ],
                "additionalProperties": true,
                "description": "The whole procedure in force: cases with their limit, components, fees, form and process where the province offers filing."
              },
              "Answers": {
                "type": "object",
                "additionalProperties": {
                  "$ref": "#/components/schemas/Answer"
                }
              },
              "Answer": {
                "description": "A text, a list of texts, or the rows of a repeated section. Numbers and booleans are read as text.",
                "oneOf": [
                  {
                    "type": "string"
                  },
                  {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  },
                  {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "additionalProperties": true
                    }
                  }
                ]
              },
              "FileIn": {
                "type": "object",
                "description": "A file by the reference POST /files gave, or small content in base64.",
                "properties": {
                  "component": {
                    "type": "string",
                    "description": "Code of the component (paper) it is for"
                  },
                  "name": {
                    "type": "string",
                    "maxLength": 255
                  },
                  "reference": {
                    "type": "string"
                  },
                  "content": {
                    "type": "string",
                    "contentEncoding": "base64"
                  }
                }
              },
              "KeptFile": {
                "type": "object",
                "properties": {
                  "reference": {
                    "type": "string"
                  },
                  "sha256": {
                    "type": "string"
                  },
                  "size": {
                    "type": "integer"
                  },
                  "media_type": {
                    "type": "string"
                  }
                },
                "required": [
                  "reference",
                  "sha256",
                  "size",
                  "media_type"
                ]
              },
              "File": {
                "type": "object",
                "properties": {
                  "component": {
                    "type": "string"
                  },
                  "name": {
                    "type": "string"
                  },
                  "sha256": {
                    "type": "string"
                  },
                  "size": {
                    "type": "integer"
                  },
                  "media_type": {
                    "type": "string"
                  }
                },
                "required": [
                  "component",
                  "name",
                  "sha256",
                  "size",
                  "media_type"
                ]
              },
              "Applicant": {
                "type": "object",
                "properties": {
                  "name": {
                    "type": "string",
                    "maxLength": 500
                  },
                  "personal_id": {
                    "type": "string",
                    "maxLength": 500
                  },
                  "phone": {
                    "type": "string",
                    "maxLength": 500
                  },
                  "email": {
                    "type": "string",
                    "maxLength": 500
                  },
                  "address": {
                    "type": "string",
                    "maxLength": 500
                  }
                }
              },
              "Filing": {
                "type": "object",
                "properties": {
                  "procedure": {
                    "type": "string",
                    "description": "National code, 1.001193"
                  },
                  "case": {
                    "type": "string",
                    "description": "Code of the case; the first one when absent"
                  },
                  "unit": {
                    "type": "string",
                    "description": "Agency code of the desk that receives it"
                  },
                  "resolving_unit": {
                    "type": "string",
                    "description": "The competent commune, when filing away from it"
                  },
                  "channel": {
                    "type": "string",
                    "enum": [
                      "online",
                      "in_person",
                      "postal"
                    ],
                    "description": "Only for officers; citizens file online"
                  },
                  "applicant": {
                    "$ref": "#/components/schemas/Applicant"
                  },
                  "answers": {
                    "$ref": "#/components/schemas/Answers"
                  },
                  "files": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/FileIn"
                    },
                    "maxItems": 50
                  },
                  "delivery": {
                    "type": "string",
                    "enum": [
                      "desk",
                      "post",
                      "online"
                    ]
                  }
                },
                "required": [
                  "procedure",
                  "unit",
                  "applicant",
                  "answers",
                  "delivery"
                ]
              },
              "Manifest": {
                "type": "object",
                "properties": {
                  "procedure": {
                    "type": "string"
                  },
                  "version": {
                    "type": "integer"
                  },
                  "case": {
                    "type": "string"
                  },
                  "answers": {
                    "$ref": "#/components/schemas/Answers"
                  },
                  "files": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/File"
                    }
                  },
                  "sha256": {
                    "type": "string",
                    "description": "Hash of the filing event, the head of the dossier's history"
                  }
                },
                "required": [
                  "procedure",
                  "version",
                  "case",
                  "answers",
                  "files",
                  "sha256"
                ]
              },
              "Filed": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "format": "uuid"
                  },
                  "provisional_code": {
                    "type": "string"
                  },
                  "state": {
                    "$ref": "#/components/schemas/Status"
                  },
                  "filed_at": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "manifest": {
                    "$ref": "#/components/schemas/Manifest"
                  }
                },
                "required": [
                  "id",
                  "provisional_code",
                  "state",
                  "filed_at",
                  "manifest"
                ]
              },
              "Due": {
                "type": "object",
                "properties": {
                  "start": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "due": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "explanation": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  }
                },
                "required": [
                  "start",
                  "due",
                  "explanation"
                ]
              },
              "Step": {
                "type": "object",
                "properties": {
                  "index": {
                    "type": "integer"
                  },
                  "unit": {
                    "type": "string"
                  },
                  "due": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "assignee": {
                    "type": "string"
                  }
                },
                "required": [
                  "index",
                  "unit"
                ]
              },
              "Dossier": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "format": "uuid"
                  },
                  "code": {
                    "type": "string"
                  },
                  "provisional_code": {
                    "type": "string"
                  },
                  "procedure": {
                    "type": "string"
                  },
                  "version": {
                    "type": "integer"
                  },
                  "case": {
                    "type": "string"
                  },
                  "procedure_name": {
                    "type": "string"
                  },
                  "state": {
                    "$ref": "#/components/schemas/Status"
                  },
                  "is_final": {
                    "type": "boolean"
                  },
                  "sequence": {
                    "type": "integer",
                    "description": "Number of events; send it as `seen` to act only on what you saw"
                  },
                  "receiving_unit": {
                    "type": "string"
                  },
                  "resolving_unit": {
                    "type": "string"
                  },
                  "delivery": {
                    "type": "string"
                  },
                  "applicant": {
                    "$ref": "#/components/schemas/Applicant"
                  },
                  "answers": {
                    "$ref": "#/components/schemas/Answers"
                  },
                  "files": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/File"
                    }
                  },
                  "submitted_at": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "accepted_at": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "due": {
                    "$ref": "#/components/schemas/Due"
                  },
                  "step": {
                    "$ref": "#/components/schemas/Step"
                  },
                  "document_number": {
                    "type": "string"
                  },
                  "result": {
                    "$ref": "#/components/schemas/File"
                  },
                  "timeliness": {
                    "type": "string"
                  },
                  "rating": {
                    "type": "integer"
                  }
                },
                "required": [
                  "id",
                  "provisional_code",
                  "procedure",
                  "version",
                  "case",
                  "procedure_name",
                  "state",
                  "is_final",
                  "sequence",
                  "receiving_unit",
                  "resolving_unit",
                  "delivery",
                  "applicant",
                  "answers",
                  "files",
                  "submitted_at"
                ]
              },
              "Command": {
                "type": "object",
                "properties": {
                  "type": {
                    "type": "string",
                    "enum": [
                      "accept",
                      "reject",
                      "request_supplement",
                      "supplement",
                      "assign",
                      "advance",
                      "consult",
                      "answer_consultation",
                      "hand_off",
                      "pay_request",
                      "confirm_payment",
                      "stop",
                      "resume",
                      "extend",
                      "approve",
                      "send_back",
                      "refuse",
                      "sign",
                      "number",
                      "return_result",
                      "withdraw",
                      "rate"
                    ]
                  },
                  "seen": {
                    "type": "integer",
                    "description": "`sequence` of the dossier as last read; refused as changed_meanwhile when it has moved on",
                    "minimum": 0
                  },
                  "note": {
                    "type": "string",
                    "description": "accept, advance, hand_off, approve, sign, supplement"
                  },
                  "forward": {
                    "type": "boolean",
                    "description": "accept: send on to the next step at once"
                  },
                  "reason": {
                    "type": "string",
                    "description": "reject, request_supplement, stop, resume, extend, send_back, refuse, withdraw"
                  },
                  "legal_ground": {
                    "type": "string",
                    "description": "reject, refuse"
                  },
                  "items": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    },
                    "description": "request_supplement: every missing paper or point"
                  },
                  "override": {
                    "type": "string",
                    "description": "request_supplement: the head's reason for asking again"
                  },
                  "answers": {
                    "$ref": "#/components/schemas/Answers"
                  },
                  "files": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/FileIn"
                    },
                    "maxItems": 50
                  },
                  "account": {
                    "type": "string",
                    "description": "assign: username of the colleague"
                  },
                  "unit": {
                    "type": "string",
                    "description": "consult: agency code"
                  },
                  "question": {
                    "type": "string"
                  },
                  "deadline": {
                    "type": "string",
                    "description": "consult: local time 2026-11-26T09:00 or RFC 3339"
                  },
                  "consultation": {
                    "type": "integer",
                    "description": "answer_consultation: its number"
                  },
                  "answer": {
                    "type": "string"
                  },
                  "amount": {
                    "type": "integer",
                    "description": "pay_request, confirm_payment: whole đồng"
                  },
                  "purpose": {
                    "type": "string"
                  },
                  "reference": {
                    "type": "string",
                    "description": "confirm_payment: receipt or bank reference"
                  },
                  "due": {
                    "type": "string",
                    "description": "extend: the new date, local time or RFC 3339"
                  },
                  "document_number": {
                    "type": "string",
                    "description": "number"
                  },
                  "result": {
                    "$ref": "#/components/schemas/FileIn"
                  },
                  "delivery": {
                    "type": "string",
                    "enum": [
                      "desk",
                      "post",
                      "online"
                    ]
                  },
                  "received_by": {
                    "type": "string",
                    "description": "return_result: who received it"
                  },
                  "score": {
                    "type": "integer",
                    "description": "rate: 1 to 5"
                  },
                  "comment": {
                    "type": "string"
                  }
                },
                "required": [
                  "type"
                ]
              },
              "Event": {
                "type": "object",
                "properties": {
                  "sequence": {
                    "type": "integer"
                  },
                  "name": {
                    "type": "string"
                  },
                  "at": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "actor": {
                    "type": "string"
                  },
                  "content": {
                    "type": "string",
                    "description": "The event's exact JSON text, as the hash covers it"
                  },
                  "previous_hash": {
                    "type": "string"
                  },
                  "hash": {
                    "type": "string"
                  }
                },
                "required": [
                  "sequence",
                  "name",
                  "at",
                  "actor",
                  "content",
                  "previous_hash",
                  "hash"
                ]
              },
              "EventPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Event"
                    }
                  }
                },
                "required": [
                  "items"
                ]
              },
              "DossierSummary": {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string"
                  },
                  "procedure": {
                    "type": "string"
                  },
                  "procedure_name": {
                    "type": "string"
                  },
                  "applicant_name": {
                    "type": "string"
                  },
                  "state": {
                    "$ref": "#/components/schemas/Status"
                  },
                  "unit": {
                    "type": "string"
                  },
                  "assignee": {
                    "type": "string"
                  },
                  "submitted_at": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "due": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "danger": {
                    "type": "string",
                    "format": "date-time"
                  }
                },
                "required": [
                  "code",
                  "procedure",
                  "procedure_name",
                  "applicant_name",
                  "state",
                  "unit",
                  "submitted_at",
                  "danger"
                ]
              },
              "DossierPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/DossierSummary"
                    }
                  },
                  "next": {
                    "type": "string"
                  }
                },
                "required": [
                  "items"
                ]
              },
              "Tracked": {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string"
                  },
                  "state": {
                    "$ref": "#/components/schemas/Status"
                  },
                  "submitted_at": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "accepted_at": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "due": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "resolved_at": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "completion": {
                    "type": "integer",
                    "minimum": 0,
                    "maximum": 100
                  }
                },
                "required": [
                  "code",
                  "state",
                  "submitted_at",
                  "completion"
                ]
              },
              "Health": {
                "type": "object",
                "properties": {
                  "status": {
                    "type": "string",
                    "enum": [
                      "ok"
                    ]
                  }
                },
                "required": [
                  "status"
                ]
              }
            },
            "securitySchemes": {
              "token": {
                "type": "http",
                "scheme": "bearer",
                "description": "motcua token create --user NAME"
              }
            }
          }
        }
        """#
}
