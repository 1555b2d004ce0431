# SPDX-License-Identifier: Apache-2.0
"""What the acceptance tests share: the program running, people in browsers, programs at the API, papers to attach."""
