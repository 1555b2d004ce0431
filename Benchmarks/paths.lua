-- SPDX-License-Identifier: Apache-2.0
-- wrk -s paths.lua URL -- FILE: gets the paths of the file, one a line, round and round. After a tab a line may hold a cookie.

local requests = {}
local at = 0
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(arguments)
  for line in io.lines(arguments[1]) do
    local path, cookie = line:match("^([^\t]*)\t(.*)$")
    requests[#requests + 1] = wrk.format("GET", path or line, cookie and { ["Cookie"] = cookie } or nil)
  end
  -- Each thread begins at another place.
  at = math.floor(#requests * (number - 1) / 2)
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('{"requests": %d, "microseconds": %d, "bytes": %d, "refused": %d, "broken": %d, "p50": %d, "p95": %d, "p99": %d}\n',
    summary.requests, summary.duration, summary.bytes, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(95), latency:percentile(99)))
end
