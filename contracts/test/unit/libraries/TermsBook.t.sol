// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {DividendMath} from "../../../src/libraries/DividendMath.sol";
import {TermsBook} from "../../../src/libraries/TermsBook.sol";

contract TermsBookTest is Test {
    /// @dev Amounts have 96 bits and rates 128: their product can be written out here.
    uint256 private constant RATE_ONE = 1e18;

    function testFuzz_SharesDown_IsTheQuotientRoundedDown(uint256 amount, uint256 rate) external pure {
        (amount, rate) = _bound(amount, rate);
        uint256 shares = TermsBook.sharesDown(amount, rate);
        assertLe(shares * RATE_ONE, amount * rate, "not more than the exact quotient");
        assertLt(amount * rate - shares * RATE_ONE, RATE_ONE, "less than a wei below it");
    }

    function testFuzz_SharesUp_IsTheQuotientRoundedUp(uint256 amount, uint256 rate) external pure {
        (amount, rate) = _bound(amount, rate);
        uint256 shares = TermsBook.sharesUp(amount, rate);
        assertGe(shares * RATE_ONE, amount * rate, "not less than the exact quotient");
        assertLt(shares * RATE_ONE - amount * rate, RATE_ONE, "less than a wei above it");
    }

    function testFuzz_Shares_DifferByAWeiAtMost(uint256 amount, uint256 rate) external pure {
        (amount, rate) = _bound(amount, rate);
        uint256 down = TermsBook.sharesDown(amount, rate);
        uint256 up = TermsBook.sharesUp(amount, rate);
        bool exact = (amount * rate) % RATE_ONE == 0;
        assertEq(up, exact ? down : down + 1, "up is the next above, unless exact");
    }

    function _bound(uint256 amount, uint256 rate) private pure returns (uint256, uint256) {
        return (bound(amount, 0, DividendMath.MAX_SUPPLY), bound(rate, 0, TermsBook.MAX_RATE));
    }
}
