// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityRegistry} from "../../../src/interfaces/IEquityRegistry.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {ITextErrors} from "../../../src/interfaces/ITextErrors.sol";
import {Founder, FoundingStatus, Terms, TermsKind, TokenKind} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract FormTest is WeftTest {
    uint256 private constant MAX_FOUNDING_PERIOD = 30 days;

    PersonalToken private adaToken;
    PersonalToken private benToken;

    function setUp() public override {
        super.setUp();
        adaToken = _launch(ada, "ADA");
        benToken = _launch(ben, "BEN");
    }

    function _one() private view returns (Founder[] memory founders) {
        founders = new Founder[](1);
        founders[0] = _founder(adaToken, ada, 200_000e18, ONE_TO_ONE);
    }

    function _form(string memory name, string memory symbol, string memory uri) private {
        registry.form(name, symbol, uri, _one(), uint64(block.timestamp + 1 days), _settings());
    }

    function _formUntil(uint256 end) private {
        registry.form("Trio", "TRIO", URI, _one(), uint64(end), _settings());
    }

    function test_RevertWhen_TextsAreOutOfBounds() external {
        vm.expectRevert(ITextErrors.TextEmpty.selector);
        _form("", "TRIO", URI);
        vm.expectRevert(ITextErrors.TextEmpty.selector);
        _form("Trio", "", URI);
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 65, 64));
        _form(_text(65), "TRIO", URI);
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 8193, 8192));
        _form("Trio", "TRIO", _text(8193));
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextCharacterRefused.selector, 0, 0x2067));
        _form(string(hex"e281a754"), "TRIO", URI);
    }

    function test_RevertWhen_ThereIsNoFounder() external {
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.FounderCountOutOfRange.selector, 0, 64));
        _form(new Founder[](0));
    }

    function test_RevertWhen_ThereAreTooManyFounders() external {
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.FounderCountOutOfRange.selector, 65, 64));
        _form(new Founder[](65));
    }

    function testFuzz_RevertWhen_FoundingHasEnded(uint256 end) external {
        end = bound(end, 0, block.timestamp);
        vm.expectRevert(
            abi.encodeWithSelector(
                INetworkAdmission.FoundingEndOutOfRange.selector, end, block.timestamp + MAX_FOUNDING_PERIOD
            )
        );
        _formUntil(end);
    }

    function testFuzz_RevertWhen_FoundingEndsInMoreThan30Days(uint256 end) external {
        uint256 latest = block.timestamp + MAX_FOUNDING_PERIOD;
        end = bound(end, latest + 1, type(uint64).max);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.FoundingEndOutOfRange.selector, end, latest));
        _formUntil(end);
    }

    function test_RevertWhen_FounderHasNoAccount() external {
        Founder[] memory founders = _one();
        founders[0].account = address(0);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.FounderWithoutAccount.selector, 0));
        _form(founders);
    }

    function test_RevertWhen_MemberIsNotRegistered() external {
        PersonalToken implementation = PersonalToken(payable(registry.personalTokenImplementation()));
        Founder[] memory founders = _one();
        founders[0].member = address(implementation);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NotEquityToken.selector, address(implementation)));
        _form(founders);
    }

    function test_RevertWhen_MemberIsTheNetworkItself() external {
        Founder[] memory founders = _one();
        founders[0].member = registry.predictToken(address(this), TokenKind.Network, 0);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.MemberIsNetwork.selector, founders[0].member));
        _form(founders);
    }

    function test_RevertWhen_FounderIsNamedTwiceForAMember() external {
        Founder[] memory founders = new Founder[](3);
        founders[0] = _founder(adaToken, ada, 1e18, ONE_TO_ONE);
        founders[1] = _founder(benToken, ada, 1e18, ONE_TO_ONE);
        founders[2] = _founder(adaToken, ada, 2e18, ONE_TO_ONE);
        vm.expectRevert(abi.encodeWithSelector(INetworkAdmission.FounderNamedTwice.selector, 2, address(adaToken), ada));
        _form(founders);
    }

    function test_RevertWhen_RateIsAboveTheLimit() external {
        Founder[] memory founders = _one();
        founders[0].rate = 1 << 128;
        vm.expectRevert(
            abi.encodeWithSelector(INetworkAdmission.FounderRateAboveLimit.selector, 0, 1 << 128, type(uint128).max)
        );
        _form(founders);
    }

    function test_RevertWhen_StakeIsAboveAnySupply() external {
        Founder[] memory founders = _one();
        founders[0].stake = 1 << 96;
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyAboveLimit.selector, 1 << 96, type(uint96).max));
        _form(founders);
    }

    function test_RevertWhen_StakeMintsTooFewShares() external {
        Founder[] memory founders = _one();
        founders[0].stake = 1e15 - 1;
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyBelowMinimum.selector, 1e15 - 1, 1e15));
        _form(founders);
        founders[0].stake = 1e18;
        founders[0].rate = 0;
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyBelowMinimum.selector, 0, 1e15));
        _form(founders);
    }

    function test_RevertWhen_AllStakesMintTooManyShares() external {
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(adaToken, ada, 1 << 95, ONE_TO_ONE);
        founders[1] = _founder(benToken, ben, 1 << 95, ONE_TO_ONE);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyAboveLimit.selector, 1 << 96, type(uint96).max));
        _form(founders);
    }

    function test_Form() external {
        Founder[] memory founders = _two();
        uint64 end = uint64(block.timestamp + MAX_FOUNDING_PERIOD);
        address predicted = registry.predictToken(dora, TokenKind.Network, 0);
        address predictedGovernor = _predictGovernor(dora, 0);

        vm.expectEmit(address(registry));
        emit IEquityRegistry.NetworkFormed(predicted, dora, predictedGovernor, "Trio", "TRIO", URI, 2, end);
        vm.expectEmit(predicted);
        emit INetworkAdmission.TermsCreated(0, TermsKind.Founding, _terms(founders[0], end, type(uint96).max));
        vm.expectEmit(predicted);
        emit INetworkAdmission.TermsCreated(1, TermsKind.Founding, _terms(founders[1], end, MILLION));
        vm.prank(dora);
        (address network, address governor) = registry.form("Trio", "TRIO", URI, founders, end, _settings());

        assertEq(network, predicted, "where it was predicted");
        assertEq(governor, predictedGovernor, "its governor, by the same salt");
        assertTrue(registry.isEquityToken(network), "registered");
        assertFalse(registry.isEquityToken(governor), "the governor is no token");
        assertEq(uint8(registry.kindOf(network)), uint8(TokenKind.Network), "registered kind");
        assertEq(registry.networkCountOf(dora), 1, "one network of the creator");
        _assertIsNew(INetworkToken(network), governor, end);
        _assertFoundersTerms(INetworkToken(network), founders, end);
    }

    function _assertIsNew(INetworkToken network, address governor, uint64 end) private view {
        assertEq(uint8(network.kind()), uint8(TokenKind.Network), "kind");
        assertEq(network.registry(), address(registry), "registry");
        assertEq(network.governor(), governor, "governor");
        assertEq(network.name(), "Trio", "name");
        assertEq(network.symbol(), "TRIO", "symbol");
        assertEq(network.contractURI(), URI, "metadata");
        assertEq(network.totalSupply(), 0, "no shares");
        assertFalse(network.founded(), "not founded");
        assertEq(uint8(network.foundingStatus()), uint8(FoundingStatus.Open), "founders can stake");
        assertEq(network.foundersLeft(), 2, "founders left");
        assertEq(network.foundingEnds(), end, "founding ends");
    }

    function _assertFoundersTerms(INetworkToken network, Founder[] memory founders, uint64 end) private view {
        assertEq(network.termsCount(), 2, "terms");
        uint256[2] memory limits = [uint256(type(uint96).max), MILLION];
        for (uint256 i = 0; i < 2; ++i) {
            (Terms memory terms, uint256 used) = network.termsOf(i);
            assertEq(abi.encode(terms), abi.encode(_terms(founders[i], end, limits[i])), "terms as created");
            assertEq(used, 0, "unused");
            assertEq(uint8(network.termsKindOf(i)), uint8(TermsKind.Founding), "founding terms");
        }
    }

    function testFuzz_Form_UntilAnyTimeWithin30Days(uint256 end) external {
        end = bound(end, block.timestamp + 1, block.timestamp + MAX_FOUNDING_PERIOD);
        _formUntil(end);
        address network = registry.predictToken(address(this), TokenKind.Network, 0);
        assertEq(INetworkToken(network).foundingEnds(), end, "founding ends");
    }

    function test_Form_AgainMakesAnotherNetwork() external {
        INetworkToken first = _form(_one());
        address predicted = registry.predictToken(address(this), TokenKind.Network, 1);
        INetworkToken second = _form(_one());
        assertEq(address(second), predicted, "second where it was predicted");
        assertNotEq(address(first), predicted, "another");
        assertNotEq(first.governor(), second.governor(), "with a governor of its own");
        assertEq(registry.networkCountOf(address(this)), 2, "two networks of the creator");
    }

    function test_Form_With64Founders() external {
        Founder[] memory founders = new Founder[](64);
        for (uint160 i = 0; i < 64; ++i) {
            founders[i] = _founder(adaToken, address(i + 1), 1e18, ONE_TO_ONE);
        }
        assertEq(_form(founders).foundersLeft(), 64, "all of them");
    }

    function _two() private view returns (Founder[] memory founders) {
        founders = new Founder[](2);
        founders[0] = _founder(adaToken, ada, 200_000e18, 0.5e18);
        founders[1] = _founder(benToken, ben, 100_000e18, 2e18);
        founders[1].maxMemberSupply = MILLION;
    }

    function _predictGovernor(address creator, uint256 index) private view returns (address) {
        return Clones.predictDeterministicAddress(
            registry.governorImplementation(), keccak256(abi.encode(creator, index)), address(registry)
        );
    }

    function _terms(Founder memory founder, uint64 end, uint256 maxMemberSupply) private view returns (Terms memory) {
        return Terms({
            member: founder.member,
            account: founder.account,
            rate: founder.rate,
            cap: founder.stake,
            opensAt: uint64(block.timestamp),
            expiry: end,
            lockup: 0,
            maxMemberSupply: maxMemberSupply,
            sponsor: address(0)
        });
    }
}
