# SPDX-License-Identifier: Apache-2.0
"""Who does what on the way of the two procedures the walks follow. Units and people are those of the demonstration."""

# Birth registration at phường Phan Đình Phùng.
BIRTH = "1.001193"
BIRTH_DESK = "H55.238"
# A change of land rights, filed at the provincial centre, through three agencies and back.
LAND = "1.013831"
LAND_DESK = "H55.20"
LAND_OFFICE = "H55.06.01"
TAX = "H55.16"
# The ward's code in the national statistics, as addresses carry it.
COMMUNE = "05443"
