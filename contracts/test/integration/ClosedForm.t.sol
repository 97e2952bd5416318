// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {Founder, Hop} from "../../src/types/EquityTypes.sol";
import {WeftTest} from "../utils/WeftTest.sol";

/// @notice Random circles of three people in two networks: hops until dry pay everyone the exact solution of
/// `y = x + C y`, less what rounding leaves, which over all is at most a wei a holding.
/// @dev A person p stakes s₁ₚ and s₂ₚ (of 1000) into the networks and gets n₁ₚ and n₂ₚ of their shares, held by p's own
/// token (cₖₚ = nₖₚ / Nₖ) or by p's wallet (cₖₚ = 0). Putting y_p = x_p + c₁ₚ y₁ + c₂ₚ y₂ into yₖ = Σ sₖₚ y_p leaves two
/// equations, solved by Cramer's rule. Everything is over whole numbers: y is numerator / determinant.
contract ClosedFormTest is WeftTest {
    uint256 private constant PEOPLE = 3;
    int256 private constant PARTS = 1000;
    uint256 private constant HOLDINGS = 15;

    address[PEOPLE] private people;
    PersonalToken[PEOPLE] private tokens;
    INetworkToken[2] private networks;
    uint256[PEOPLE][2] private staked;
    uint256[PEOPLE][2] private minted;
    bool[PEOPLE][2] private inTreasury;
    uint256[PEOPLE] private income;

    function setUp() public override {
        super.setUp();
        people = [ada, ben, cleo];
        for (uint256 p = 0; p < PEOPLE; ++p) {
            tokens[p] = _launch(people[p], vm.toString(p), 1000e18, true);
        }
    }

    function testFuzz_SettleUntilDry_PaysTheClosedForm(uint256 seed) external {
        _draw(seed);
        _formNetworks();
        uint256 total;
        for (uint256 p = 0; p < PEOPLE; ++p) {
            vm.deal(people[p], income[p]);
            if (income[p] != 0) _realize(tokens[p], people[p], income[p]);
            total += income[p];
        }
        _harvestUntilDry(seed);
        (int256 z0, int256 z1, int256 determinant) = _solve();

        uint256 paidToAll;
        for (uint256 p = 0; p < PEOPLE; ++p) {
            uint256 paid = _claimAll(p);
            paidToAll += paid;
            // Scaled by the determinant and the parts that each holding is counted in, so that nothing is rounded.
            int256 expected = _expectedPaid(p, z0, z1, determinant);
            int256 scale = determinant * PARTS;
            int256 missed = expected - int256(paid) * scale;
            assertGe(missed, 0, "nobody is paid more than the solution");
            assertLe(missed, int256(HOLDINGS) * scale, "nor less by more than a wei a holding");
        }
        assertLe(total - paidToAll, HOLDINGS, "all together miss at most a wei a holding");
        uint256 left = address(networks[0]).balance + address(networks[1]).balance;
        for (uint256 p = 0; p < PEOPLE; ++p) {
            left += address(tokens[p]).balance;
        }
        assertEq(paidToAll + left, total, "nothing is lost");
    }

    // ------------------------------------------------------------------------------------------------------ set up

    function _draw(uint256 seed) private {
        for (uint256 p = 0; p < PEOPLE; ++p) {
            staked[0][p] = 1 + uint256(keccak256(abi.encode(seed, "first", p))) % 400;
            staked[1][p] = 1 + uint256(keccak256(abi.encode(seed, "second", p))) % 400;
            income[p] = uint256(keccak256(abi.encode(seed, "income", p))) % 1_000 ether;
            for (uint256 k = 0; k < 2; ++k) {
                minted[k][p] = 1 + uint256(keccak256(abi.encode(seed, "minted", k, p))) % 100;
                inTreasury[k][p] = uint256(keccak256(abi.encode(seed, "treasury", k, p))) % 3 != 0;
            }
        }
    }

    function _formNetworks() private {
        for (uint256 k = 0; k < 2; ++k) {
            Founder[] memory founders = new Founder[](PEOPLE);
            for (uint256 p = 0; p < PEOPLE; ++p) {
                // A whole number of shares: the rate is rounded up by less than the shares' last wei could show.
                uint256 rate = (minted[k][p] * 1e18 + staked[k][p] - 1) / staked[k][p];
                founders[p] = _founder(tokens[p], people[p], staked[k][p] * 1e18, rate);
            }
            networks[k] = _form(founders);
            for (uint256 p = 0; p < PEOPLE; ++p) {
                address to = inTreasury[k][p] ? address(tokens[p]) : people[p];
                minted[k][p] = _stake(networks[k], p, tokens[p], people[p], staked[k][p] * 1e18, to);
            }
        }
    }

    /// @dev In an order that the seed chooses; every round takes all hops once.
    function _harvestUntilDry(uint256 seed) private {
        Hop[] memory hops = new Hop[](4 * PEOPLE);
        uint256 count;
        for (uint256 k = 0; k < 2; ++k) {
            for (uint256 p = 0; p < PEOPLE; ++p) {
                hops[count++] = _hop(address(networks[k]), address(tokens[p]), 400);
                hops[count++] = _hop(address(tokens[p]), address(networks[k]), 400);
            }
        }
        for (uint256 i = hops.length - 1; i > 0; --i) {
            uint256 other = uint256(keccak256(abi.encode(seed, "order", i))) % (i + 1);
            (hops[i], hops[other]) = (hops[other], hops[i]);
        }
        settlement.settle(hops, new address[](0), dora, 0, block.timestamp);
        for (uint256 i = 0; i < hops.length; ++i) {
            uint256 left = PersonalToken(payable(hops[i].source)).claimable(hops[i].holder);
            assertEq(left, 0, "dry");
        }
    }

    function _claimAll(uint256 p) private returns (uint256 paid) {
        address[] memory claims = new address[](3);
        (claims[0], claims[1], claims[2]) = (address(tokens[p]), address(networks[0]), address(networks[1]));
        return settlement.settle(new Hop[](0), claims, people[p], 0, block.timestamp);
    }

    // ---------------------------------------------------------------------------------------------------- solution

    /// @dev c[k][p] in shares of the network's supply; zero where the wallet holds them.
    function _held(uint256 k, uint256 p) private view returns (int256) {
        return inTreasury[k][p] ? int256(minted[k][p]) : int256(0);
    }

    function _supply(uint256 k) private view returns (int256) {
        return int256(networks[k].totalSupply());
    }

    /// @dev Income a share: zₖ = yₖ / Nₖ is the k-th result / determinant, which keeps the supplies out of the denominators.
    function _solve() private view returns (int256 z0, int256 z1, int256 determinant) {
        int256[2][2] memory a;
        int256[2] memory b;
        for (uint256 k = 0; k < 2; ++k) {
            for (uint256 p = 0; p < PEOPLE; ++p) {
                int256 s = int256(staked[k][p]);
                b[k] += s * int256(income[p]);
                a[k][0] -= s * _held(0, p);
                a[k][1] -= s * _held(1, p);
            }
        }
        // PARTS × Nₖ × zₖ − Σ sₖₚ (n₁ₚ z₁ + n₂ₚ z₂) = Σ sₖₚ x_p
        a[0][0] += PARTS * _supply(0);
        a[1][1] += PARTS * _supply(1);
        determinant = a[0][0] * a[1][1] - a[0][1] * a[1][0];
        z0 = b[0] * a[1][1] - b[1] * a[0][1];
        z1 = b[1] * a[0][0] - b[0] * a[1][0];
    }

    /// @dev d × y of the own token, and the wallet's network shares; times determinant × PARTS.
    function _expectedPaid(uint256 p, int256 z0, int256 z1, int256 determinant) private view returns (int256) {
        int256 ownIncome = int256(income[p]) * determinant + _held(0, p) * z0 + _held(1, p) * z1;
        int256 kept = PARTS - int256(staked[0][p]) - int256(staked[1][p]);
        int256 fromNetworks;
        if (!inTreasury[0][p]) fromNetworks += int256(minted[0][p]) * z0;
        if (!inTreasury[1][p]) fromNetworks += int256(minted[1][p]) * z1;
        return kept * ownIncome + PARTS * fromNetworks;
    }
}
