-- SPDX-License-Identifier: Apache-2.0
-- wrk -s filing.lua URL -- BODY TOKEN RUN: files the same body again and again, each time under a key of its own.

local threads = 0
local count = 0
local body, headers, run

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(arguments)
  local file = assert(io.open(arguments[1], "rb"))
  body = file:read("*a")
  file:close()
  headers = { ["Authorization"] = "Bearer " .. arguments[2], ["Content-Type"] = "application/json" }
  run = arguments[3]
end

function request()
  count = count + 1
  headers["Idempotency-Key"] = run .. "-" .. number .. "-" .. count
  return wrk.format("POST", "/api/v1/dossiers", headers, body)
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('{"requests": %d, "microseconds": %d, "refused": %d, "broken": %d, "p50": %d, "p95": %d, "p99": %d}\n',
    summary.requests, summary.duration, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(95), latency:percentile(99)))
end
